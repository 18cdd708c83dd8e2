namespace Wijk.GraphQL.Tests.Commands;

public sealed class DuplicatesCommandTests(FilledFolders folders)
{
    [Fact]
    public async Task Pairs_are_told_in_both_languages_each_with_its_keys_and_no_more_than_asked()
    {
        var data = await folders.AmsterdamAsync();
        var dutch = (await WijkCommand.RunAsync("duplicates", "--first", "2", "--kinds", "agency", "--data", data)).Well();
        dutch.Should().Contain("Samenwonen-Samenleven").And.Contain("agency:amsterdam-subsidies:Stichting Samenwonen-Samenleven").And.Contain("Wijk voegt niets samen");
        dutch.Split('\n').Count(line => line.StartsWith("- ", StringComparison.Ordinal)).Should().Be(2);
        dutch.Should().Contain("meer met --first");
        var english = (await WijkCommand.RunAsync("duplicates", "--first", "2", "--kinds", "agency", "--data", data, "-l", "en")).Well();
        english.Should().Contain("Wijk merges nothing").And.NotContain("Wijk voegt");
    }

    [Fact]
    public async Task An_empty_answer_is_said_in_words() =>
        (await WijkCommand.RunAsync("duplicates", "--data", await folders.SampleAsync(), "-l", "en")).Well().Should().Contain("We found no two that may be one");

    [Fact]
    public async Task People_cannot_be_asked_for()
    {
        var ended = await WijkCommand.RunAsync("duplicates", "--kinds", "professional", "--data", await folders.SampleAsync());
        ended.ExitCode.Should().NotBe(0);
        ended.Errors.Should().Contain("--kinds").And.Contain("professional").And.Contain("agency");
    }
}
