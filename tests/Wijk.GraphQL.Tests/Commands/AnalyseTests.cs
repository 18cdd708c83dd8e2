using System.Text.Json.Nodes;
using Wijk.GraphQL.Hosting;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class AnalyseTests(FilledFolders folders)
{
    [Theory]
    [InlineData("overlap")]
    [InlineData("fragmentation")]
    [InlineData("ask-list")]
    [InlineData("clusters")]
    [InlineData("ways")]
    [InlineData("funding")]
    public async Task Each_question_is_answered_in_both_languages(string question)
    {
        const string dutch = "Wat we zien", english = "What we see";
        (await AnalyseAsync(question)).Should().Contain(dutch).And.NotContain(english);
        (await AnalyseAsync(question, "-l", "en")).Should().Contain(english).And.NotContain(dutch);
    }

    [Fact]
    public async Task Youth_in_Oost_is_told_in_words_and_nothing_is_called_uncoordinated()
    {
        var data = await folders.AmsterdamAsync();
        var answer = (await WijkCommand.RunAsync("analyse", "overlap", "--area", "Oost", "--data", data, "-l", "en")).Well();
        answer.Should().Contain("EUR 6,242,357").And.Contain("0 of 105 pairs").And.NotContain("ncoordinated");
        var clusters = (await WijkCommand.RunAsync("analyse", "clusters", "--data", data, "-l", "en")).Well();
        clusters.Should().Contain("There is nothing to advise now.");
        var fragmentation = (await WijkCommand.RunAsync("analyse", "fragmentation", "--data", data, "-l", "en")).Well();
        fragmentation.Should().Contain("No collaboration is recorded: 0 of ").And.NotContain("F =");
    }

    [Fact]
    public async Task The_activity_lens_and_a_day_change_the_answer()
    {
        var groups = await AnalyseAsync("overlap");
        var activities = await AnalyseAsync("overlap", "--lens", "activity");
        var longAgo = await AnalyseAsync("overlap", "--as-of", "1900-01-01");
        new[] { groups, activities, longAgo }.Should().OnlyHaveUniqueItems();
    }

    [Fact]
    public async Task An_area_that_is_not_there_is_refused()
    {
        var data = await folders.SampleAsync();
        (await WijkCommand.RunAsync("analyse", "overlap", "--area", "Nergens", "--data", data)).Refusal().Should().Contain("Geen gebied").And.Contain("'Nergens'");
        (await WijkCommand.RunAsync("analyse", "clusters", "--area", "Nergens", "--data", data, "-l", "en")).Refusal().Should().Contain("No area").And.Contain("'Nergens'");
        (await WijkCommand.RunAsync("analyse", "overlap", "--area", "Nergens", "--json", "--data", data)).ExitCode.Should().Be(1);
    }

    [Theory]
    [InlineData("overlap")]
    [InlineData("fragmentation")]
    [InlineData("ask-list")]
    [InlineData("round")]
    [InlineData("clusters")]
    [InlineData("ways")]
    [InlineData("funding")]
    public async Task The_longest_answer_can_be_had_as_JSON(string question) =>
        JsonNode.Parse(await AnalyseAsync(question, "--json", "--first", "100"))!["errors"].Should().BeNull();

    [Theory]
    [InlineData("--as-of", "2026-02-30")]
    [InlineData("--first", "0")]
    [InlineData("--first", "1000")]
    [InlineData("--first", "ten")]
    [InlineData("--seed", "1.5")]
    [InlineData("--seed", "99999999999")]
    [InlineData("--quality", "best")]
    [InlineData("--resolution", "-1")]
    [InlineData("--resolution", "high")]
    [InlineData("--resolution", "1e999")]
    [InlineData("--language", "fr")]
    public async Task A_wrong_value_of_an_option_is_named_in_plain_words(string option, string value)
    {
        var ended = await WijkCommand.RunAsync("analyse", "clusters", option, value, "--data", await folders.SampleAsync());
        ended.ExitCode.Should().NotBe(0);
        ended.Errors.Should().Contain(option).And.Contain(value).And.Contain(" / ")
            .And.NotContain("System.").And.NotContain("Wijk.Graph").And.NotContain("Unhandled");
    }

    [Theory]
    [InlineData("nl", "Geen gebied")]
    [InlineData("en", "No area")]
    public async Task An_error_in_JSON_is_in_the_language_that_is_asked_for(string language, string words)
    {
        var ended = await WijkCommand.RunAsync(
            "analyse", "overlap", "--area", "Nergens", "--json", "-l", language, "--data", await folders.SampleAsync());
        ended.ExitCode.Should().Be(1);
        var error = JsonNode.Parse(ended.Output)!["errors"]![0]!;
        error["message"]!.GetValue<string>().Should().StartWith("area: " + words);
        error["extensions"]!.AsObject().Select(member => member.Key).Should().Equal("code", "why");
    }

    [Theory]
    [InlineData("overlap", """{"lens":"GROUP","level":0,"muted":false,"seed":1,"first":10}""")]
    [InlineData("fragmentation", """{"network":"COLLABORATION","level":1,"wholes":false,"seed":1,"first":10}""")]
    [InlineData("clusters", """{"quality":"MODULARITY","seed":1,"first":10}""")]
    [InlineData("duplicates", """{"kinds":[],"seed":1,"first":10}""")]
    [InlineData("splinteredFunding", """{"smallPercent":5,"smallAmount":10000,"hoursPerApplication":8,"hoursPerAccount":8,"seed":1,"first":10}""")]
    public async Task As_JSON_it_is_what_the_server_answers_to_the_same_query(string question, string variables)
    {
        var data = await folders.SampleAsync();
        var printed = JsonNode.Parse((await WijkCommand.RunAsync(["analyse", question, "--json", "--data", data])).Well())!;
        await using var server = await RunningServer.StartAsync(data);
        var answered = await server.DataAsync(await QueryAsync(question), JsonNode.Parse(variables));
        JsonNode.DeepEquals(printed["data"], answered).Should().BeTrue($"{printed["data"]} is not {answered}");
        printed["errors"].Should().BeNull();
    }

    private async Task<string> AnalyseAsync(string question, params string[] options) =>
        (await WijkCommand.RunAsync(["analyse", question, "--data", await folders.SampleAsync(), .. options])).Well();

    private static async Task<string> QueryAsync(string question)
    {
        await using var stream = typeof(WijkHost).Assembly.GetManifestResourceStream($"Queries.{question}.graphql")!;
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
