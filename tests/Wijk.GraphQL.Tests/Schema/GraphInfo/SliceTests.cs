namespace Wijk.GraphQL.Tests.Schema.GraphInfo;

public sealed class SliceTests : IAsyncLifetime
{
    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync(slice: new(["area:t:dapper"]));

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Every_answer_says_what_part_of_the_graph_it_is_about()
    {
        var answer = await server.AskAsync("{ graph { nodeCount slice { key name } } areas { edges { node { name } } } }");
        answer["data"]!["graph"]!["slice"]!.ToJsonString().Should().Be("""[{"key":"area:t:dapper","name":"Dapperbuurt"}]""");
        answer["extensions"]!["slice"]!.ToJsonString().Should().Be("""[{"key":"area:t:dapper","name":"Dapperbuurt"}]""");
        // The targeting there, its measure and group, who runs it, and the area with the one around it.
        answer["data"]!["graph"]!["nodeCount"]!.GetValue<int>().Should().Be(6);
        answer["data"]!["areas"]!["edges"]!.AsArray().Select(edge => edge!["node"]!["name"]!.GetValue<string>()).Should().Equal("Dapperbuurt", "Oost");
    }

    [Fact]
    public async Task Whoever_holds_all_of_the_graph_says_nothing_of_a_slice()
    {
        await using var whole = await TestServer.StartAsync();
        var answer = await whole.AskAsync("{ graph { slice { key } } }");
        answer["data"]!["graph"]!["slice"].Should().BeNull();
        answer["extensions"]!["slice"].Should().BeNull();
        (await whole.SendAsync(HttpMethod.Get, "/")).Body!.ToString().Should().NotContain("alleen naar Dapperbuurt");
    }

    [Theory]
    [InlineData("overlap")]
    [InlineData("fragmentation")]
    [InlineData("clusters")]
    public async Task The_three_questions_say_so_in_words(string question)
    {
        var reason = (await server.DataAsync($"{{ {question} {{ reason {{ nl en }} }} }}"))[question]!["reason"]!;
        reason["nl"]!.GetValue<string>().Should().StartWith("Wijk kijkt hier alleen naar Dapperbuurt en wat daarbij hoort.");
        reason["en"]!.GetValue<string>().Should().StartWith("Wijk only looks at Dapperbuurt here, and at what belongs to it.");
    }

    [Fact]
    public async Task The_start_page_says_so_in_both_languages()
    {
        foreach (var (language, sentence) in new[] { ("nl", "Wijk kijkt hier alleen naar Dapperbuurt"), ("en", "Wijk only looks at Dapperbuurt") })
        {
            var (status, media, page) = await server.SendAsync(HttpMethod.Get, "/", acceptLanguage: language);
            (status, media).Should().Be((200, "text/html"));
            page!.ToString().Should().Contain(sentence);
        }
    }

    [Fact]
    public async Task What_is_held_can_be_changed_and_what_is_not_seen_is_not_written_over()
    {
        (await server.ApplyAsync([new { putNode = new { key = "agency:t:ggd", attributes = new { website = "https://ggd.example" } } }]))["errors"]!.AsArray().Should().BeEmpty();
        (await server.DataAsync("""{ agency(key: "agency:t:ggd") { website } }"""))["agency"]!["website"]!.GetValue<string>().Should().Be("https://ggd.example");

        // It stands in the store with a name and a measure of its own.
        var errors = (await server.ApplyAsync([new { putNode = new { key = "agency:t:politie", attributes = new { name = "Other" } } }], "k2"))["errors"]!.AsArray();
        errors.Should().ContainSingle().Which!["code"]!.GetValue<string>().Should().Be("NOT_FOUND");
        errors[0]!["message"]!["en"]!.GetValue<string>().Should().Contain("only looks at Dapperbuurt").And.Contain("--area");
    }
}
