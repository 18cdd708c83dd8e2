namespace Wijk.GraphQL.Tests.Commands;

public sealed class HelpTests
{
    [Theory]
    [InlineData]
    [InlineData("run")]
    [InlineData("import")]
    [InlineData("check")]
    [InlineData("analyse")]
    [InlineData("analyse", "overlap")]
    [InlineData("analyse", "fragmentation")]
    [InlineData("analyse", "clusters")]
    [InlineData("analyse", "scenario")]
    [InlineData("analyse", "register")]
    [InlineData("duplicates")]
    [InlineData("merge")]
    [InlineData("unmerge")]
    [InlineData("analyse", "round")]
    [InlineData("ask")]
    [InlineData("ask", "start")]
    [InlineData("ask", "sheets")]
    [InlineData("ask", "read")]
    [InlineData("scenarios")]
    [InlineData("scenarios", "save")]
    [InlineData("keep")]
    [InlineData("export")]
    [InlineData("backup")]
    [InlineData("restore")]
    [InlineData("copy")]
    [InlineData("doctor")]
    [InlineData("verify")]
    [InlineData("adopt")]
    [InlineData("template")]
    [InlineData("generate")]
    [InlineData("schema")]
    public async Task Every_command_explains_itself_in_Dutch_and_English(params string[] command)
    {
        var help = (await WijkCommand.RunAsync([.. command, "--help"])).Well();
        Words(help).Should().Contain("De map met de gegevens. / The folder that holds the graph.");
        help.Split('\n')[1].Should().Match("*?/?*", "the description is in both languages");
    }

    [Theory]
    [InlineData("nonsense")]
    [InlineData("run", "--nonsense")]
    [InlineData("import", "--nonsense", "file.csv")]
    [InlineData("export", "--format", "pdf")]
    [InlineData("run", "--data", "")]
    [InlineData("run", "--data", "folder", "--store", "neo4j")]
    [InlineData("copy", "--from", "folder", "--to", "neo4j")]
    [InlineData("copy", "--from", "sqlite:folder")]
    [InlineData("adopt", "--store", "neo4j")]
    public async Task What_it_does_not_know_is_refused(params string[] arguments)
    {
        var ended = await WijkCommand.RunAsync(arguments);
        ended.ExitCode.Should().Be(1);
        ended.Errors.Should().NotBeEmpty().And.NotContain("   at ");
    }

    // A terminal breaks the lines where it ends.
    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
