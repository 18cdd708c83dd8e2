using System.Text.Json;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.Queries;

/// <summary>Questions 8 and 9, in Cypher and by Wijk itself; the shortest paths of 8 against a search written here.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class FragmentationQueryTests
{
    private const string Isolated = "08-isolated-initiatives";
    private const string OnOnePerson = "09-connections-on-one-person";

    private static readonly RelationKind[] Steps =
    [
        RelationKind.Funds, RelationKind.Runs, RelationKind.Supports, RelationKind.MemberOf, RelationKind.PartOf, RelationKind.Addresses, RelationKind.Of,
        RelationKind.For,
    ];

    [Fact]
    public async Task In_Voorbeeldwijk_the_same_initiatives_stand_alone_and_the_same_connections_hang_on_one_person()
    {
        var (server, snapshot) = (await Neo4jServer.SharedAsync(), await Cities.VoorbeeldwijkAsync());
        await QueryFiles.FillAsync(server, snapshot);
        IsolatedShouldBe(await QueryFiles.AskAsync(server, Isolated), QueryFiles.PublicOf(snapshot));
        IsolatedShouldBe(await QueryFiles.AskAllAsync(server, Isolated), snapshot);
        (await QueryFiles.AskAsync(server, OnOnePerson)).Should().BeEmpty("the professionals of Voorbeeldwijk are not for everybody");
        OnOnePersonShouldBe(await QueryFiles.AskAllAsync(server, OnOnePerson), snapshot);
    }

    [Fact]
    public async Task In_Amsterdam_nobody_was_asked_and_the_same_initiatives_reach_whoever_pays()
    {
        var (server, snapshot) = (await Neo4jServer.SharedAsync(), await Cities.AmsterdamAsync());
        await QueryFiles.FillAsync(server, snapshot);
        IsolatedShouldBe(await QueryFiles.AskAsync(server, Isolated), QueryFiles.PublicOf(snapshot));
    }

    [Fact]
    public async Task A_connection_hangs_on_who_alone_keeps_it_whoever_they_work_for()
    {
        var city = new GraphBuilder();
        var (a, b, c, d, e, f) = (city.Agency("a"), city.Agency("b"), city.Agency("c"), city.Agency("d"), city.Agency("e"), city.Agency("f"));
        var colleague = city.Professional("works for a and e", a, e);
        city.Tie(colleague, b, 3);
        city.Tie(b, d, 1);
        city.Tie(a, c, 2);
        var alone = city.Professional("works for nobody");
        city.Tie(alone, c, 2);
        city.Tie(alone, f, 2);
        city.Tie(alone, d, 3, "one");
        city.Tie(alone, d, 0, "other");
        var (server, snapshot) = (await Neo4jServer.SharedAsync(), city.Snapshot());
        await QueryFiles.FillAsync(server, snapshot);
        var rows = await QueryFiles.AskAsync(server, OnOnePerson);

        // Without the first b, d and e lose a, c, the other person and f; without the second, on whose contact with d reports differ, f loses the rest.
        rows.Select(row => string.Join(", ", row["cutOff"].Texts())).Should().Equal("b, d, e", "f");
        OnOnePersonShouldBe(rows, snapshot);
    }

    [Fact]
    public async Task A_network_with_more_ties_than_the_query_is_made_for_is_told_instead_of_walked()
    {
        var city = new GraphBuilder();
        var agencies = Enumerable.Range(0, 102).Select(number => city.Agency($"{number}")).ToArray();
        for (var one = 0; one < agencies.Length; one++)
        {
            for (var other = one + 1; other < agencies.Length; other++) city.Tie(agencies[one], agencies[other], 1);
        }

        var server = await Neo4jServer.SharedAsync();
        await QueryFiles.FillAsync(server, city.Snapshot());
        (await QueryFiles.AskAsync(server, OnOnePerson)).Should().ContainSingle().Which["cutOff"].Texts().Should().ContainSingle(text => text.StartsWith("5151 contacten"));
    }

    private static void IsolatedShouldBe(IReadOnlyDictionary<string, JsonElement>[] rows, GraphSnapshot snapshot)
    {
        var distance = DistanceToWhoPaysOrDecides(snapshot);
        var expected = snapshot.Ask(new FragmentationQuestion()).IsolatedInitiatives.Select(initiative =>
            $"{snapshot.Node(initiative.Initiative).Key} {initiative.WasAsked} {distance(initiative.Initiative)}");
        rows.Select(row => $"{row["initiativeKey"].GetString()} {row["wasAsked"].GetBoolean()} {row["steps"]}").Order(StringComparer.Ordinal)
            .Should().NotBeEmpty().And.Equal(expected.Order(StringComparer.Ordinal));
    }

    private static void OnOnePersonShouldBe(IReadOnlyDictionary<string, JsonElement>[] rows, GraphSnapshot snapshot)
    {
        // Persons among those who are cut off are not named.
        var expected = snapshot.Ask(new FragmentationQuestion()).PersonBridges
            .Select(bridge => string.Join(", ", bridge.CutOff.Where(actor => snapshot.Node(actor).Kind != NodeKind.Professional).Select(actor => snapshot.Node(actor).Key)))
            .Where(cutOff => cutOff.Length > 0);
        rows.Select(row => string.Join(", ", row["cutOffKeys"].Texts())).Order(StringComparer.Ordinal)
            .Should().NotBeEmpty().And.Equal(expected.Order(StringComparer.Ordinal));
    }

    // Breadth first from all who pay or decide at once, over the relations that the query goes over, at most 8 steps and past no person.
    private static Func<int, string> DistanceToWhoPaysOrDecides(GraphSnapshot snapshot)
    {
        var neighbors = new Dictionary<int, List<int>>();
        foreach (var relation in Steps.SelectMany(snapshot.NumbersOf)) Join(snapshot.From(relation), snapshot.To(relation));
        foreach (var pair in snapshot.NumbersOf(RelationKind.Collaborates).GroupBy(tie => (snapshot.From(tie), snapshot.To(tie))))
        {
            if (pair.All(tie => snapshot.Relation(tie).Attributes.Integer("level") > 0)) Join(pair.Key.Item1, pair.Key.Item2);
        }

        var start = snapshot.NumbersOf(NodeKind.Agency).Where(agency => snapshot.Node(agency).Attributes.Text("type") is "municipality" or "district"
            || snapshot.Outgoing(RelationKind.Funds).Degree(agency) > 0 || snapshot.Incoming(RelationKind.NeedsMandateOf).Degree(agency) > 0);
        var distances = start.ToDictionary(agency => agency, _ => 0);
        var queue = new Queue<int>(distances.Keys);
        while (queue.TryDequeue(out var node))
        {
            foreach (var next in neighbors.GetValueOrDefault(node, []))
            {
                if (snapshot.Node(next).Kind != NodeKind.Professional && distances.TryAdd(next, distances[node] + 1)) queue.Enqueue(next);
            }
        }

        return initiative => distances.TryGetValue(initiative, out var distance) && distance <= 8 ? $"{distance}" : "";

        void Join(int a, int b)
        {
            foreach (var (one, other) in new[] { (a, b), (b, a) })
            {
                if (!neighbors.TryGetValue(one, out var known)) neighbors.Add(one, known = []);
                known.Add(other);
            }
        }
    }
}
