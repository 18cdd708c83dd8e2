using Wijk.Graph.Model;

namespace Wijk.Graph.Generate;

/// <summary>What is offered in a city: measures, who runs and pays them, and whom they are for, where.</summary>
internal static class CityOffer
{
    private static readonly string[] Types = ["service", "project", "scheme", "enforcement", "physical"];

    public static void Add(CityRecords records, SkewedRandom random, CityPlan plan, CityPlaces places, CityActors actors)
    {
        var offers = new Offer[plan.Measures + actors.Initiatives.Length];
        for (var i = 0; i < plan.Measures; i++) offers[i] = AddMeasure(records, random, places, actors, i);
        for (var i = 0; i < actors.Initiatives.Length; i++) offers[plan.Measures + i] = new(actors.Initiatives[i], 2020 + random.Next(6));
        foreach (var offer in offers) AddFunding(records, random, actors, offer);
        AddTargetings(records, random, plan, places, offers);
    }

    private static Offer AddMeasure(CityRecords records, SkewedRandom random, CityPlaces places, CityActors actors, int number)
    {
        var start = 2016 + random.Next(10);
        var measure = records.Add(
            NodeKind.Measure, number,
            AttributeSet.Of(("name", CityNames.Measure(number)), ("type", Types[random.NextLow(Types.Length)])),
            PartialDate.OfYear(start), random.Chance(0.7) ? PartialDate.OfYear(start + 1 + random.NextLow(8)) : null);
        records.Relate(RelationKind.InDomain, measure, places.Domains[random.NextLow(places.Domains.Length)]);
        var runner = random.NextLow(actors.Agencies.Length);
        records.Relate(RelationKind.Runs, actors.Agencies[runner], measure);
        var second = random.NextLow(actors.Agencies.Length);
        if (second != runner && random.Chance(0.4)) records.Relate(RelationKind.Runs, actors.Agencies[second], measure);
        return new(measure, start);
    }

    private static void AddFunding(CityRecords records, SkewedRandom random, CityActors actors, Offer offer)
    {
        // The largest tenth of the agencies pays.
        var funder = actors.Agencies[random.NextLow(Math.Max(actors.Agencies.Length / 10, 1))];
        var yearCount = 1 + random.NextLow(4);
        for (var year = offer.Start; year < offer.Start + yearCount; year++)
        {
            records.Relate(RelationKind.Funds, funder, offer.Key, AttributeSet.Of(
                ("amount", 500m * (1 + random.NextLow(400))), ("currency", "EUR"), ("year", (long)year),
                ("recurrence", yearCount > 1 ? "recurring" : "oneOff"), ("ordinal", 1L)));
        }
    }

    private static void AddTargetings(CityRecords records, SkewedRandom random, CityPlan plan, CityPlaces places, Offer[] offers)
    {
        var taken = new HashSet<(int Offer, int Group, int Area)>(plan.Targetings);
        while (taken.Count < plan.Targetings)
        {
            // Each offer once, then again by chance.
            var offer = taken.Count < offers.Length ? taken.Count : random.Next(offers.Length);
            var group = random.Chance(0.05) ? -1 : random.NextLow(places.Groups.Length);
            var area = group >= 0 && random.Chance(0.05) ? -1 : random.NextLow(places.Neighborhoods.Length);
            if (taken.Add((offer, group, area))) AddTargeting(records, offers[offer], KeyAt(places.Groups, group), KeyAt(places.Neighborhoods, area));
        }
    }

    private static void AddTargeting(CityRecords records, Offer offer, string? group, string? area)
    {
        var from = PartialDate.OfYear(offer.Start);
        var targeting = Keys.OfTargeting(offer.Key, group, area, from);
        records.Add(NodeKind.Targeting, targeting, AttributeSet.Empty, from, to: null);
        records.Relate(RelationKind.Of, targeting, offer.Key);
        if (group is not null) records.Relate(RelationKind.For, targeting, group);
        if (area is not null) records.Relate(RelationKind.In, targeting, area);
    }

    private static string? KeyAt(string[] keys, int number) => number < 0 ? null : keys[number];

    private readonly record struct Offer(string Key, int Start);
}
