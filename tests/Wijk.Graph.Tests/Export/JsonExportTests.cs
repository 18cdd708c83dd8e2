using System.Text;
using CsCheck;
using Wijk.Graph.Export;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Export;

public sealed class JsonExportTests
{
    private static readonly string Small =
        """
        {"wijk":1,"version":3,"recordedAt":"2026-03-01T12:00:00.123Z","nodes":[
        {"key":"agency:n:a","kind":"Agency","source":"n","recordedAt":"2026-03-01T12:00:00.123Z","attributes":{"name":"An agency"}},
        {"key":"measure:n:m","kind":"Measure","source":"n","recordedAt":"2026-03-01T12:00:00.123Z","attributes":{"name":"A measure"}}
        ],"relations":[
        {"key":"runs:n:agency%3An%3Aa>measure%3An%3Am","kind":"RUNS","from":"agency:n:a","to":"measure:n:m","source":"n","recordedAt":"2026-03-01T12:00:00.123Z","attributes":{}}
        ]}

        """.ReplaceLineEndings("\n");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_export_has_one_record_on_a_line_and_ends_in_a_newline() =>
        (await ExportAsync(new(new(3, Noon), [Agency("a"), Measure("m")], [Runs(Agency("a"), Measure("m"))]))).Should().Be(Small);

    [Fact]
    public async Task An_empty_graph_comes_back_empty()
    {
        var text = await ExportAsync(new(new(0, DateTimeOffset.UnixEpoch), [], []));
        (await ExportAsync(await ReadAsync(text))).Should().Be(text);
    }

    [Fact]
    public async Task Export_read_load_and_export_again_give_the_same_bytes() =>
        await Gen.Int.SampleAsync(
            async seed =>
            {
                using var folder = new TempFolder();
                var random = new RandomGraph(seed);
                var (nodes, relations) = random.Graph(30, 60);
                var text = await ExportAsync(new(new(1 + random.Number(9), random.Time()), nodes, relations));
                await using var store = await SqliteStore.OpenAsync(folder.Path, CancellationToken.None);
                await store.LoadAsync(await ReadAsync(text), [], null, CancellationToken.None);
                (await ExportAsync(await store.ReadContentsAsync(CancellationToken.None))).Should().Be(text);
            },
            iter: 30,
            threads: 1);

    [Fact]
    public async Task Order_blanks_and_a_byte_order_mark_do_not_matter()
    {
        const string turned =
            """
            { "relations": [ { "kind": "RUNS", "to": "measure:n:m", "from": "agency:n:a", "source": "n", "recordedAt": "2026-03-01T12:00:00.123Z" } ],
              "nodes": [
                { "attributes": { "name": "A measure" }, "kind": "Measure", "key": "measure:n:m", "source": "n", "recordedAt": "2026-03-01T12:00:00.123Z" },
                { "attributes": { "name": "An agency" }, "kind": "Agency", "key": "agency:n:a", "source": "n", "recordedAt": "2026-03-01T12:00:00.123Z" } ],
              "recordedAt": "2026-03-01T12:00:00.123Z", "version": 3, "wijk": 1 }
            """;
        (await ExportAsync(await ReadAsync("\uFEFF" + turned))).Should().Be(Small);
    }

    [Fact]
    public async Task A_record_longer_than_the_buffer_is_read_whole()
    {
        var contents = new GraphContents(new(1, Noon), [Long(Agency("a")), Agency("b")], []);
        (await ReadAsync(await ExportAsync(contents))).Nodes.Should().Equal(contents.Nodes);

        static Node Long(Node node) => node with { Attributes = node.Attributes.With("description", new string('é', 300_000)) };
    }

    [Theory]
    [InlineData("\"An agency\"", "\"An \\u202Eagency\"", "graph.json [nodes] row 1: 'agency:n:a': name holds the character U+202E at position 4;")]
    [InlineData("agency:n:a", "agency:n:a\\u0000", "graph.json [nodes] row 1: 'agency:n:a[U+0000]': key holds the character U+0000 at position 11;")]
    [InlineData("agency:n:a", "agency:n:a@b", "graph.json [nodes] row 1: 'agency:n:a@b': The key 'agency:n:a@b' holds an @;")]
    public async Task A_key_or_name_that_no_store_can_keep_is_refused_with_its_place(string written, string other, string why)
    {
        var text = await ExportAsync(new(new(1, Noon), [Agency("a")], []));
        (await this.Awaiting(_ => ReadAsync(text.Replace(written, other, StringComparison.Ordinal))).Should().ThrowAsync<WijkJsonException>())
            .Which.Refused.Should().ContainSingle().Which.ToString().Should().StartWith(why);
    }

    [Fact]
    public async Task An_export_cut_off_at_any_place_is_refused()
    {
        for (var length = 0; length < Small.Length - 2; length++)
        {
            await this.Awaiting(_ => ReadAsync(Small[..length])).Should().ThrowAsync<WijkJsonException>()
                .WithMessage("graph.json: this is not complete JSON*. Choose a JSON export that Wijk wrote, or make it again.");
        }
    }

    [Theory]
    [InlineData("[1, 2]", "graph.json: this is not complete JSON: it is not a JSON object.*")]
    [InlineData("{\"type\":\"FeatureCollection\"}", "graph.json: it has a member 'type' that does not belong there.*")]
    [InlineData("{}", "graph.json: 'wijk' is missing, so it was not written by Wijk.*")]
    [InlineData("{\"wijk\":2}", "graph.json: its format is 2, and this Wijk reads format 1.*")]
    [InlineData("{\"wijk\":1,\"wijk\":1}", "graph.json: it has 'wijk' twice.*")]
    [InlineData("{\"wijk\":1,\n\"nodes\":[\n{,}]}", "graph.json: this is not complete JSON (line 3)*")]
    [InlineData("{\"wijk\":1} x", "graph.json: this is not complete JSON*")]
    [InlineData("{\"wijk\":1,\"nodes\":3}", "graph.json: 'nodes' has a value of the wrong form.*")]
    [InlineData("{\"wijk\":1,\"version\":-1}", "graph.json: version: '-1' is not a whole number of 0 or higher.*")]
    [InlineData("{\"wijk\":1,\"log\":[]}", "graph.json: it has a member 'log' that does not belong there.*")]
    public async Task A_file_that_is_no_export_is_refused(string text, string message) =>
        (await this.Awaiting(_ => ReadAsync(text)).Should().ThrowAsync<WijkJsonException>().WithMessage(message)).Which.Refused.Should().BeEmpty();

    [Fact]
    public async Task Every_record_that_breaks_a_rule_is_named_with_its_place()
    {
        var broken = Small.Replace("\"An agency\"", "7", StringComparison.Ordinal).Replace("\"kind\":\"RUNS\"", "\"kind\":\"WALKS\"", StringComparison.Ordinal);
        var unread = (await this.Awaiting(_ => ReadAsync(broken)).Should().ThrowAsync<WijkJsonException>()).Which;
        unread.Refused.Select(remark => remark.ToString()).Should().SatisfyRespectively(
            first => first.Should().Be("graph.json [nodes] row 1: 'agency:n:a': name: name '7' is not a text; write it in quotes."),
            second => second.Should().StartWith("graph.json [relations] row 1: 'runs:n:agency%3An%3Aa>measure%3An%3Am': kind: 'WALKS' is not a kind"));

        var dangling = Small.Replace("{\"key\":\"measure", "{\"key\":\"measure:n:other\",\"kind\":\"Measure\",\"source\":\"n\",\"recordedAt\":\"2026-03-01T12:00:00.123Z\"},\n{\"key\":\"measure", StringComparison.Ordinal)
            .Replace("\"name\":\"An agency\"", "", StringComparison.Ordinal).Replace("\"to\":\"measure:n:m\"", "\"to\":\"measure:n:none\"", StringComparison.Ordinal)
            .Replace("\"key\":\"runs:n:agency%3An%3Aa>measure%3An%3Am\",", "", StringComparison.Ordinal);
        var refused = (await this.Awaiting(_ => ReadAsync(dangling)).Should().ThrowAsync<WijkJsonException>()).Which.Refused;
        refused.Select(remark => (remark.Place.ToString(), remark.Message.En)).Should().Equal(
            ("graph.json [nodes] row 1", "Agency needs a name."),
            ("graph.json [nodes] row 2", "Measure needs a name."),
            ("graph.json [relations] row 1", "There is no node 'measure:n:none'; add it in the same change or correct the key."));
    }

    private static async Task<string> ExportAsync(GraphContents contents)
    {
        using var stream = new MemoryStream();
        await JsonExport.WriteAsync(stream, contents, CancellationToken.None);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static async Task<GraphContents> ReadAsync(string text)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return await WijkJson.ReadAsync(stream, "graph.json", Cancel);
    }
}
