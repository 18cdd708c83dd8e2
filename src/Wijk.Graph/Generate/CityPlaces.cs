using Wijk.Graph.Model;

namespace Wijk.Graph.Generate;

/// <summary>What a city's offer is about: where, for whom and in which policy domain.</summary>
/// <param name="Neighborhoods">The keys of the buurten; low numbers have the most going on.</param>
/// <param name="Domains">The keys of the domains.</param>
/// <param name="Groups">The keys of the target groups; low numbers have the most going on.</param>
internal sealed record CityPlaces(string[] Neighborhoods, string[] Domains, string[] Groups)
{
    private static readonly string[] Spheres = ["social", "physical", "safety", "economic", "governance"];

    public static CityPlaces Add(CityRecords records, SkewedRandom random, CityPlan plan)
    {
        var city = AddArea(records, 0, "Verzonnen stad", "gemeente", population: null);
        var districts = new string[plan.Districts];
        for (var i = 0; i < districts.Length; i++)
        {
            districts[i] = AddArea(records, 1 + i, CityNames.Numbered("Stadsdeel", i + 1), "stadsdeel", population: null);
            records.Relate(RelationKind.PartOf, districts[i], city);
        }

        var neighborhoods = new string[plan.Neighborhoods];
        for (var i = 0; i < neighborhoods.Length; i++)
        {
            var population = 500 + random.NextLow(20_000);
            neighborhoods[i] = AddArea(records, 1 + districts.Length + i, CityNames.Numbered("Buurt", i + 1), "buurt", population);
            records.Relate(RelationKind.PartOf, neighborhoods[i], districts[i % districts.Length]);
        }

        return new(neighborhoods, AddDomains(records, plan), AddGroups(records, plan));
    }

    private static string AddArea(CityRecords records, int number, string name, string level, int? population) =>
        records.Add(NodeKind.Area, number, AttributeSet.Of(("name", name), ("level", level), ("population", population)));

    private static string[] AddDomains(CityRecords records, CityPlan plan)
    {
        var domains = new string[plan.Domains];
        for (var i = 0; i < domains.Length; i++)
        {
            domains[i] = records.Add(NodeKind.Domain, i, AttributeSet.Of(("name", CityNames.Domain(i)), ("sphere", Spheres[i % Spheres.Length])));

            // Policy domains first; the later ones are activities under one of the first four.
            if (i >= 12) records.Relate(RelationKind.PartOf, domains[i], domains[i % 4]);
        }

        return domains;
    }

    private static string[] AddGroups(CityRecords records, CityPlan plan)
    {
        var groups = new string[plan.Groups];
        for (var i = 0; i < groups.Length; i++)
            groups[i] = records.Add(NodeKind.TargetGroup, i, AttributeSet.Of(("name", CityNames.Group(i))));
        return groups;
    }
}
