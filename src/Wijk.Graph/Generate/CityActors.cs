using Wijk.Graph.Model;

namespace Wijk.Graph.Generate;

/// <summary>Who is at work in a city, planted in clusters around a neighborhood.</summary>
/// <param name="Agencies">The keys of the agencies; low numbers are large.</param>
/// <param name="Initiatives">The keys of the initiatives.</param>
/// <param name="Clusters">The actors of each cluster: agencies, initiatives and professionals.</param>
internal sealed record CityActors(string[] Agencies, string[] Initiatives, Actor[][] Clusters)
{
    private static readonly string[] Types = ["welfare", "care", "housingAssociation", "school", "municipality", "police", "company", "unknown"];

    private const int ActorsPerCluster = 25;

    public static CityActors Add(CityRecords records, SkewedRandom random, CityPlan plan, CityPlaces places)
    {
        var clusters = new List<Actor>[Math.Max((plan.Agencies + plan.Initiatives + plan.Professionals) / ActorsPerCluster, 2)];
        for (var i = 0; i < clusters.Length; i++) clusters[i] = [];
        var agencies = new string[plan.Agencies];
        for (var i = 0; i < agencies.Length; i++)
        {
            var name = CityNames.Numbered("Instantie", i + 1);
            var type = Types[random.Next(Types.Length)];
            agencies[i] = records.Add(NodeKind.Agency, i, AttributeSet.Of(("name", name), ("type", type), ("observation", "observed")));
            records.Relate(RelationKind.InDomain, agencies[i], places.Domains[random.NextLow(places.Domains.Length)]);
            records.Relate(RelationKind.SeatedIn, agencies[i], places.Neighborhoods[random.Next(places.Neighborhoods.Length)]);
            clusters[i % clusters.Length].Add(new(agencies[i], name));
        }

        var initiatives = new string[plan.Initiatives];
        for (var i = 0; i < initiatives.Length; i++)
        {
            var name = CityNames.Numbered("Bewonersinitiatief", i + 1);
            initiatives[i] = records.Add(NodeKind.Initiative, i, AttributeSet.Of(("name", name), ("volunteers", 2 + random.NextLow(60))));
            records.Relate(RelationKind.InDomain, initiatives[i], places.Domains[random.NextLow(places.Domains.Length)]);
            records.Relate(RelationKind.SeatedIn, initiatives[i], places.Neighborhoods[random.Next(places.Neighborhoods.Length)]);
            clusters[random.Next(clusters.Length)].Add(new(initiatives[i], name));
            if (random.Chance(0.6)) records.Relate(RelationKind.Supports, agencies[random.NextLow(agencies.Length)], initiatives[i]);
        }

        for (var i = 0; i < plan.Professionals; i++)
        {
            var professional = records.Add(NodeKind.Professional, i, AttributeSet.Of(("role", CityNames.Role(random.Next(100)))));
            var employer = random.NextLow(agencies.Length);
            records.Relate(RelationKind.WorksFor, professional, agencies[employer], AttributeSet.Of(("contract", random.Chance(0.8) ? "employed" : "hired")));
            clusters[employer % clusters.Length].Add(new(professional, CityNames.Numbered("Instantie", employer + 1)));
        }

        return new(agencies, initiatives, [.. clusters.Where(cluster => cluster.Count > 0).Select(cluster => cluster.ToArray())]);
    }
}

/// <summary>Somebody who may collaborate.</summary>
/// <param name="Key">The key of the node.</param>
/// <param name="Organisation">The organisation that reports its ties.</param>
internal readonly record struct Actor(string Key, string Organisation);
