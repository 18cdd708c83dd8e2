using System.Text;
using System.Text.Json;
using CsCheck;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Testing;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

public sealed class RecordJsonTests
{
    [Fact]
    public void A_node_has_its_members_in_a_fixed_order_and_readable_text() =>
        JsonOf(new Node("measure:n:café d'Oost", NodeKind.Measure)
        {
            Source = Inference.Source,
            RecordedAt = new(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)),
            IsStub = true,
            ValidFrom = PartialDate.OfYear(2016),
            ValidTo = PartialDate.Parse("2016-03-01"),
            Visibility = Visibility.Partner,
            Inference = new("n", "jeugd", ["jóngeren"]),
            Attributes = AttributeSet.Of(("name", "café d'Oost"), ("budget", 10.50m)),
        }).Should().Be(
            """
            {"key":"measure:n:café d'Oost","kind":"Measure","stub":true,"validFrom":"2016","validTo":"2016-03-01","visibility":"partner",
            "source":"inferred","recordedAt":"2026-03-01T12:00:00.000Z","inference":{"from":"n","rule":"jeugd","words":["jóngeren"]},
            "attributes":{"budget":10.5,"name":"café d'Oost"}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void A_rule_of_two_languages_is_written_in_both_and_one_of_before_is_read_as_it_was()
    {
        var bare = new Node("measure:n:m", NodeKind.Measure) { Source = Inference.Source, RecordedAt = DateTimeOffset.UnixEpoch, Attributes = AttributeSet.Of(("name", "m")) };
        var inTwo = bare with { Inference = new("n", new("jeugd", "youth"), []) };
        JsonOf(inTwo).Should().Contain("""{"from":"n","rule":{"nl":"jeugd","en":"youth"},"words":[]}""");
        Read(JsonOf(inTwo)).Should().Be(inTwo);
        Read(JsonOf(inTwo).Replace("""{"nl":"jeugd","en":"youth"}""", "\"youth\"", StringComparison.Ordinal)).Should().Be(bare with { Inference = new("n", "youth", []) });
    }

    [Fact]
    public void A_relation_has_its_ends_after_its_kind() =>
        JsonOf(Runs(Agency("a"), Measure("m"))).Should().Be(
            """
            {"key":"runs:n:agency%3An%3Aa>measure%3An%3Am","kind":"RUNS","from":"agency:n:a","to":"measure:n:m",
            "source":"n","recordedAt":"2026-03-01T12:00:00.123Z","attributes":{}}
            """.ReplaceLineEndings(""));

    [Fact]
    public void Every_record_comes_back_as_it_was() =>
        Gen.Int.Sample(seed =>
        {
            var (nodes, relations) = new RandomGraph(seed).Graph(8, 40);
            foreach (var record in nodes.AsEnumerable<GraphRecord>().Concat(relations)) Read(JsonOf(record)).Should().Be(record);
        }, iter: 100);

    [Theory]
    [InlineData("""{"kind":"Agency","source":"n","recordedAt":"2026-03-01T12:00:00.000Z"}""", "key: key is missing; add it.")]
    [InlineData("""{"key":"agency:n:a","kind":"Bank"}""", "kind: 'Bank' is not a kind of node or relation; it must be one of Area, *")]
    [InlineData("""{"key":"agency:n:a","kind":"Measure"}""", "key: 'agency:n:a' is not a key of Measure; write measure:namespace:id.")]
    [InlineData("""{"key":"agency","kind":"Agency"}""", "key: 'agency' is not a key; write kind:namespace:id.")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","color":1}""", "color: 'color' is not a member of a record; it has key, kind, *")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","from":"x"}""", "from: a node has no from; remove it.")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","source":7}""", "source: '7' is not a text; write it in quotes.")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","source":"n","recordedAt":"yesterday"}""", "recordedAt: 'yesterday' is not a time; *")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","source":"n","recordedAt":"2026-03-01T12:00:00.000Z","validTo":"2026-02-30"}""", "validTo: '2026-02-30' is not a date; *")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","source":"n","recordedAt":"2026-03-01T12:00:00.000Z","visibility":"secret"}""", "visibility: 'secret' is not one of public, partner, coordinator.")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","source":"n","recordedAt":"2026-03-01T12:00:00.000Z","attributes":{"nam":"A"}}""", "nam: Agency has no attribute 'nam'; it has name, *")]
    [InlineData("""{"key":"agency:n:a","kind":"Agency","source":"n","recordedAt":"2026-03-01T12:00:00.000Z","attributes":{"name":12}}""", "name: name '12' is not a text; write it in quotes.")]
    [InlineData("""{"key":"area:n:a","kind":"Area","source":"n","recordedAt":"2026-03-01T12:00:00.000Z","attributes":{"population":1.5}}""", "population: population '1.5' is not a whole number; *")]
    [InlineData("""{"key":"area:n:a","kind":"Area","source":"n","recordedAt":"2026-03-01T12:00:00.000Z","attributes":{"aliases":["a",{}]}}""", "aliases: aliases holds '{...}'; each of its values must be text.")]
    [InlineData("""{"key":"area:n:a","kind":"Area","source":"n","recordedAt":"2026-03-01T12:00:00.000Z","attributes":{"name":"\ud83d"}}""", "name: name '\\ud83d' holds half a character; *")]
    [InlineData("""{"kind":"RUNS","from":"agency:n:a","to":"measure:n:m","key":"runs:n:x","source":"n","recordedAt":"2026-03-01T12:00:00.000Z"}""", "key: 'runs:n:x' is not the key that its ends and attributes make, *")]
    [InlineData("""[1]""", "a record: '?1?' is not an object; *")]
    public void What_cannot_be_read_is_said_with_member_value_and_rule(string json, string message) =>
        this.Invoking(_ => Read(json)).Should().Throw<RecordFormatException>().WithMessage(message);

    private static GraphRecord Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return RecordJson.Read(document.RootElement);
    }

    private static string JsonOf(GraphRecord record)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, RecordJson.WriterOptions)) RecordJson.Write(writer, record);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
