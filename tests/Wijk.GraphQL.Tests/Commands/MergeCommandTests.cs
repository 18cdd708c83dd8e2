using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class MergeCommandTests
{
    private const string Keep = "agency:demo:a1", Other = "agency:demo:a2";

    [Fact]
    public async Task Two_are_made_one_and_two_again_in_both_languages_and_an_import_brings_neither_back()
    {
        using var folder = new TempFolder();
        var (data, file) = (folder.File("data"), folder.File("Agency.csv"));
        await File.WriteAllTextAsync(file, "id,name,website\na1,Stichting De Linde,\na2,De Linde,linde.nl\n", TestContext.Current.CancellationToken);
        (await WijkCommand.RunAsync("import", file, "--namespace", "demo", "--data", data)).Well();
        (await WijkCommand.RunAsync("duplicates", "--data", data, "-l", "en")).Well().Should().Contain(Keep).And.Contain(Other);

        (await WijkCommand.RunAsync("merge", Keep, Other, "--source", "coordinator", "--dry-run", "--data", data, "-l", "en")).Well().Should().Contain("Nothing was written");
        var merged = (await WijkCommand.RunAsync("merge", Keep, Other, "--source", "coordinator", "--data", data)).Well();
        merged.Should().Contain("‘De Linde’ (agency:demo:a2) is nu ‘Stichting De Linde’ (agency:demo:a1).").And.Contain("website").And.Contain("unmerge").And.Contain("Geschreven als versie 2.");
        (await WijkCommand.RunAsync("duplicates", "--data", data, "-l", "en")).Well().Should().Contain("We found no two that may be one");
        (await WijkCommand.RunAsync("import", file, "--namespace", "demo", "--data", data, "-l", "en")).Well();
        (await WijkCommand.RunAsync("merge", Keep, Other, "--source", "coordinator", "--data", data, "-l", "en")).Refusal().Should().Contain("was merged into 'agency:demo:a1' already");

        (await WijkCommand.RunAsync("unmerge", Other, "--source", "coordinator", "--data", data, "-l", "en")).Well().Should().Contain("are two again").And.Contain("Written as version 3.");
        (await WijkCommand.RunAsync("duplicates", "--data", data, "-l", "en")).Well().Should().Contain(Keep).And.Contain(Other);
    }

    [Fact]
    public async Task Whoever_says_so_must_be_named()
    {
        using var folder = new TempFolder();
        var ended = await WijkCommand.RunAsync("merge", Keep, Other, "--source", " ", "--data", folder.File("data"));
        ended.ExitCode.Should().NotBe(0);
        ended.Errors.Should().Contain("--source");
    }
}
