using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Import.Mappings;

/// <summary>Places that titles of Amsterdam's grants name; the counts were computed from the two files by a script that shares no code with Wijk.</summary>
public class AmsterdamPlacesTests
{
    [Fact]
    public async Task Nineteen_grants_name_Tuindorp_Oostzaan_in_recipient_or_title()
    {
        var graph = await Cities.AmsterdamWithAreasAsync();
        var works = WorksByArea(graph)["Tuindorp Oostzaan"].ToArray();
        works.Sum(work => GrantsOf(graph, work)).Should().Be(19);
        works.Should().OnlyContain(work => DistrictOf(graph, work) == "Noord");
    }

    [Fact]
    public async Task A_hundred_and_one_grants_name_one_of_42_wijken_and_buurten_of_the_district_that_gave_them()
    {
        var graph = await Cities.AmsterdamWithAreasAsync();
        var works = WorksByArea(graph);
        works.Should().HaveCount(42);
        works.Sum(area => area.Sum(work => GrantsOf(graph, work))).Should().Be(101);
        works.OrderByDescending(area => area.Sum(work => GrantsOf(graph, work))).Take(5).Select(area => (area.Key, area.Sum(work => GrantsOf(graph, work))))
            .Should().Equal(("Tuindorp Oostzaan", 19), ("Jordaan", 9), ("Zunderdorp", 8), ("Molenwijk", 7), ("Erasmuspark", 5));
    }

    [Fact]
    public async Task What_a_title_names_is_inferred_with_the_words_and_the_district_stays()
    {
        var graph = await Cities.AmsterdamWithAreasAsync();
        foreach (var place in Places(graph))
        {
            graph.Node(place.Targeting).Source.Should().Be(Inference.Source);
            graph.Node(place.Targeting).Inference!.Conclusion.En.Should().Be("area named in the title or in the name of the recipient");
            graph.Node(place.Targeting).Inference!.Words.Should().Contain(word => TextFolding.Fold(word).Replace('-', ' ') == TextFolding.Fold(graph.Node(place.Area).Name).Replace('-', ' '));
            DistrictOf(graph, place.Work).Should().NotBeNull();
        }
    }

    private static ILookup<string, int> WorksByArea(GraphSnapshot graph) =>
        Places(graph).Select(place => (graph.Node(place.Area).Name, place.Work)).Distinct().ToLookup(place => place.Name, place => place.Work);

    private static IEnumerable<(int Targeting, int Work, int Area)> Places(GraphSnapshot graph) =>
        from targeting in graph.NumbersOf(NodeKind.Targeting)
        let area = graph.Outgoing(RelationKind.In).Neighbors(targeting)[0]
        where graph.Node(area).Attributes.Text("level") != "stadsdeel"
        select (targeting, graph.Outgoing(RelationKind.Of).Neighbors(targeting)[0], area);

    private static int GrantsOf(GraphSnapshot graph, int work) =>
        graph.Incoming(RelationKind.Funds).Relations(work).ToArray().Count(grant => graph.Relation(grant).Attributes.Number("amount") > 0);

    private static string? DistrictOf(GraphSnapshot graph, int work) => graph.Incoming(RelationKind.Of).Neighbors(work).ToArray()
        .Select(targeting => graph.Node(graph.Outgoing(RelationKind.In).Neighbors(targeting)[0]))
        .FirstOrDefault(area => area.Attributes.Text("level") == "stadsdeel")?.Name;
}
