using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Questions.Scenarios;

public sealed class SavedScenarioTests
{
    private const string Key = "voorbeeldwijk:";

    private const string Stops = $"stop: [\"measure:{Key}kookclub-2025\"]", Leaves = "leave: [\"wijkverbinder\"]";

    [Fact]
    public async Task A_saved_scenario_is_listed_found_worked_out_compared_and_removed_and_the_graph_gets_no_version()
    {
        await using var server = await SavingAsync();
        var version = await VersionAsync(server);
        var (one, other) = (await SaveAsync(server, "kookclub stopt", Stops), await SaveAsync(server, "verbinder gaat", Leaves));
        (await SaveAsync(server, "kookclub stopt", Stops)).Should().Be(one, "sent again it is the same");

        var listed = (await server.DataAsync("{ savedScenarios { key name } }"))["savedScenarios"]!.AsArray();
        listed.Select(saved => saved!["key"]!.GetValue<string>()).Should().BeEquivalentTo(one, other);
        var found = (await server.DataAsync($$"""{ savedScenario(key: "{{one}}") { name answer { reason { en } withoutOffer { totalCount } } } }"""))["savedScenario"]!;
        found["name"]!.GetValue<string>().Should().Be("kookclub stopt");
        found["answer"]!["withoutOffer"]!["totalCount"]!.GetValue<int>().Should().Be(1);

        var compared = (await server.DataAsync($$"""{ compareScenarios(keys: ["{{one}}", "{{other}}"]) { reason { en } titleOther { en } figures { name { en } one { en } other { en } } } }"""))["compareScenarios"]!;
        compared["reason"]!["en"]!.GetValue<string>().Should().StartWith("Only if ‘Kookclub Samen aan Tafel Twee’ stops: no offer is left that we know of for Ouderen in Parkbuurt. Only if wijkverbinder leaves: cut off or without contact:");
        compared["figures"]!.AsArray().Should().HaveCount(11);

        (await server.DataAsync($$"""mutation { removeScenario(key: "{{one}}") }"""))["removeScenario"]!.GetValue<bool>().Should().BeTrue();
        (await server.DataAsync($$"""{ savedScenario(key: "{{one}}") { name } }"""))["savedScenario"].Should().BeNull();
        (await VersionAsync(server)).Should().Be(version);
    }

    [Theory]
    [InlineData("mutation { saveScenario(name: \" \", leave: [\"wijkverbinder\"]) { key } }", "name: ")]
    [InlineData("mutation { saveScenario(name: \"niets\") { key } }", "Say what changes")]
    [InlineData("{ compareScenarios(keys: [\"a\"]) { reason { en } } }", "keys: give two")]
    [InlineData("{ compareScenarios(keys: [\"a\", \"b\"]) { reason { en } } }", "There is no saved scenario 'a'")]
    public async Task What_cannot_be_saved_or_compared_is_an_error_that_says_what_to_do(string query, string why)
    {
        await using var server = await SavingAsync();
        var error = (await server.AskAsync(query))["errors"]!.AsArray().Should().ContainSingle().Subject!;
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_ARGUMENT");
        error["extensions"]!["why"]!["en"]!.GetValue<string>().Should().Contain(why);
    }

    private static async Task<TestServer> SavingAsync() => await TestServer.StartWithAsync(await Cities.VoorbeeldwijkAsync());

    private static async Task<string> SaveAsync(TestServer server, string name, string changes) =>
        (await server.DataAsync($$"""mutation { saveScenario(name: "{{name}}", {{changes}}) { key } }"""))["saveScenario"]!["key"]!.GetValue<string>();

    private static async Task<long> VersionAsync(TestServer server) => (await server.DataAsync("{ graph { version } }"))["graph"]!["version"]!.GetValue<long>();
}
