using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Tests.Execution;

/// <summary>Each limit on documents: what is just allowed is answered, and what is one more is refused by the name of the limit.</summary>
public sealed class DocumentLimitTests : IAsyncLifetime
{
    private static readonly Limits Limits = new();

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    public static TheoryData<string, Func<int, string>, int> Documents => new()
    {
        { "documentBytes", size => "{ graph { version } }".PadRight(size), Limits.DocumentBytes },
        { "tokens", size => "{ agencies(filter: {key: {in: [" + Each(size - 20, _ => "\"a\" ") + "]}}) { totalCount } }", Limits.Tokens },
        { "nesting", size => "{ agencies(filter: " + string.Concat(Enumerable.Repeat("{not: ", size - 2)) + "null" + new string('}', size - 2) + ") { totalCount } }", Limits.Nesting },
        { "nameLength", size => "{ graph { " + new string('a', size) + ": version } }", Limits.NameLength },
        { "fragments", size => "{ " + Each(size, place => $"...F{place} ") + "} " + Each(size, place => $"fragment F{place} on Query {{ a{place}: graph {{ version }} }} "), Limits.Fragments },
        { "fragmentChain", size => "{ ...F1 } " + Each(size - 1, place => $"fragment F{place + 1} on Query {{ ...F{place + 2} }} ") + $"fragment F{size} on Query {{ graph {{ version }} }}", Limits.FragmentChain },
        { "selections", size => "{ " + Each(size, place => $"a{place}: graph {{ version }} ") + "}", Limits.Selections },
        { "repeatedFields", size => "{ graph { " + string.Concat(Enumerable.Repeat("version ", size)) + "} }", Limits.RepeatedFields },
        { "fields", size => "{ " + Each(50, place => $"a{place}: graph {{ ...F }} ") + Each(size - 5_000, _ => "__typename ") + "} fragment F on Graph { " + Each(99, place => $"b{place}: version ") + "}", Limits.Fields },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_document_at_a_limit_is_answered_and_one_above_it_is_refused_by_its_name(string limit, Func<int, string> document, int most)
    {
        var answer = await server.AskAsync(document(most));
        Messages(answer).Should().NotContain(message => message.Contains($"({limit})", StringComparison.Ordinal), because: answer.ToJsonString());
        answer = await server.AskAsync(document(most + 1));
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("DOCUMENT_TOO_LARGE", because: answer.ToJsonString());
        Messages(answer).Should().ContainSingle().Which.Should().Contain($"at most {most} is allowed ({limit})");
    }

    [Fact]
    public async Task The_limits_can_be_asked_for()
    {
        var limits = (await server.DataAsync("{ limits { name value meaning } }"))["limits"]!.AsArray();
        limits.Select(limit => ((string)limit!["name"]!, (int)limit["value"]!)).Should().Equal(Limits.All.Select(limit => (limit.Name, limit.In(Limits))));
        limits.Should().OnlyContain(limit => ((string)limit!["meaning"]!).EndsWith('.'));
    }

    [Fact]
    public async Task Of_many_errors_the_first_are_told()
    {
        var answer = await server.AskAsync("{ " + Each(100, place => $"nothing{place} ") + "}");
        answer["errors"]!.AsArray().Should().HaveCount(Limits.Errors);
        answer = await server.AskAsync("{ " + Each(99, place => $"a: agencies(first: {place}) {{ totalCount }} ") + "}");
        answer["errors"]!.AsArray().Should().HaveCount(Limits.Errors, "each of these differs from each of the others");
    }

    [Fact]
    public async Task Fragments_that_double_with_every_step_are_not_written_out()
    {
        var document = "{ ...F0 } " + Each(15, place => $"fragment F{place} on Query {{ ...F{place + 1} ... on Query {{ ...F{place + 1} }} }} ") + "fragment F15 on Query { graph { version } }";
        (await server.AskAsync(document))["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("DOCUMENT_TOO_LARGE");
    }

    private static IEnumerable<string> Messages(System.Text.Json.Nodes.JsonNode answer) => (answer["errors"]?.AsArray() ?? []).Select(error => (string)error!["message"]!);

    private static string Each(int count, Func<int, string> part) => string.Concat(Enumerable.Range(0, count).Select(part));
}
