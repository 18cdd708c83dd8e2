using System.Text.Json.Nodes;
using CsCheck;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Tests.Schema.Paging;

public sealed class PagingTests : IAsyncLifetime
{
    private const int Count = 37;
    private TestServer server = null!;

    // Names in another order than keys, with equal names among them.
    private static IEnumerable<GraphRecord> Records => Enumerable.Range(0, Count).Select(number => (GraphRecord)Measure(number))
        .Append(Node("agency:t:a", NodeKind.Agency, "A"))
        .Concat(Enumerable.Range(0, Count).Select(number => new Relation(RelationKind.Runs, "agency:t:a", Measure(number).Key)
        {
            Source = "t",
            RecordedAt = SmallNeighbourhood.Recorded,
        }));

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync(SmallNeighbourhood.ChangeSet with { Changes = [.. Records.Select(Change.Put)] });

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public Task Walking_forward_or_back_gives_every_node_once_in_order() =>
        Gen.Select(Gen.Int[1, 40], Gen.OneOf(Gen.Const("KEY"), Gen.Const("KEY_DESC"), Gen.Const("NAME"), Gen.Const("NAME_DESC")), Gen.Bool).SampleAsync(async (size, order, isBackward) =>
        {
            var keys = await WalkAsync(size, order, isBackward);
            keys.Should().Equal(Expected(order));
        }, seed: "0000KOIPe982", iter: 25, threads: 1);

    [Fact]
    public Task Walking_the_relations_of_a_node_gives_each_once() => Gen.Int[1, 40].SampleAsync(async size =>
    {
        var (keys, after) = (new List<string>(), (string?)null);
        do
        {
            var data = await server.DataAsync(
                """query($n: Int, $after: String) { agency(key: "agency:t:a") { runs(first: $n, after: $after) { totalCount edges { node { id } } pageInfo { hasNextPage endCursor } } } }""",
                new { n = size, after });
            var page = data["agency"]!["runs"]!;
            page["totalCount"]!.GetValue<int>().Should().Be(Count);
            keys.AddRange(page["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>()));
            after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? page["pageInfo"]!["endCursor"]!.GetValue<string>() : null;
        }
        while (after is not null);
        keys.Should().Equal(Expected("KEY"));
    }, seed: "0000KOIPe982", iter: 10, threads: 1);

    [Fact]
    public async Task A_cursor_stays_right_when_an_earlier_node_goes()
    {
        var first = (await server.DataAsync("{ measures(first: 5) { pageInfo { endCursor } } }"))["measures"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        // The node of the cursor itself and one before it are taken out.
        await server.ApplyAsync([new { remove = new { key = Measure(0).Key, withRelations = true } }, new { remove = new { key = Measure(4).Key, withRelations = true } }]);
        var next = await server.DataAsync("query($after: String) { measures(first: 1, after: $after) { edges { node { id } } } }", new { after = first });
        next["measures"]!["edges"]![0]!["node"]!["id"]!.GetValue<string>().Should().Be(Measure(5).Key);
    }

    [Theory]
    [InlineData("first: 101", "between 0 and 100")]
    [InlineData("first: -1", "between 0 and 100")]
    [InlineData("first: 1, last: 1", "give one of them")]
    [InlineData("after: \"nonsense\"", "is not a cursor of this list")]
    public async Task An_impossible_page_is_refused_with_the_rule(string arguments, string rule)
    {
        var answer = await server.AskAsync($"{{ measures({arguments}) {{ totalCount }} }}");
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().Contain(rule);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        var cursor = (await server.DataAsync("{ measures(first: 1, orderBy: NAME) { pageInfo { endCursor } } }"))["measures"]!["pageInfo"]!["endCursor"]!;
        var answer = await server.AskAsync("query($c: String) { measures(after: $c) { totalCount } }", new { c = cursor });
        answer["errors"]![0]!["message"]!.GetValue<string>().Should().Contain("in the same order");
    }

    private static IEnumerable<string> Expected(string order)
    {
        var all = Enumerable.Range(0, Count).Select(Measure).ToArray();
        var sorted = order.StartsWith("NAME", StringComparison.Ordinal)
            ? all.OrderBy(node => node.Name.ToLowerInvariant(), StringComparer.Ordinal).ThenBy(node => node.Key, StringComparer.Ordinal)
            : all.OrderBy(node => node.Key, StringComparer.Ordinal);
        return (order.EndsWith("DESC", StringComparison.Ordinal) ? sorted.Reverse() : sorted).Select(node => node.Key);
    }

    private static Node Measure(int number) => Node($"measure:t:{number:00}", NodeKind.Measure, $"Name {number * 7 % 5}");

    private static Node Node(string key, NodeKind kind, string name) =>
        new(key, kind) { Source = "t", RecordedAt = SmallNeighbourhood.Recorded, Attributes = AttributeSet.Of(("name", name)) };

    private async Task<IEnumerable<string>> WalkAsync(int size, string order, bool isBackward)
    {
        var (keys, cursor) = (new List<string>(), (string?)null);
        var arguments = isBackward ? "last: $n, before: $c" : "first: $n, after: $c";
        do
        {
            var data = await server.DataAsync(
                $$"""query($n: Int, $c: String, $o: NodeOrder!) { measures({{arguments}}, orderBy: $o) { totalCount edges { cursor node { id } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }""",
                new { n = size, c = cursor, o = order });
            JsonNode page = data["measures"]!, info = page["pageInfo"]!;
            var edges = page["edges"]!.AsArray().Select(edge => edge!["node"]!["id"]!.GetValue<string>()).ToArray();
            edges.Length.Should().BeLessThanOrEqualTo(size);
            if (isBackward) keys.InsertRange(0, edges);
            else keys.AddRange(edges);
            var goesOn = info[isBackward ? "hasPreviousPage" : "hasNextPage"]!.GetValue<bool>();
            cursor = goesOn ? info[isBackward ? "startCursor" : "endCursor"]!.GetValue<string>() : null;
        }
        while (cursor is not null);
        return keys;
    }
}
