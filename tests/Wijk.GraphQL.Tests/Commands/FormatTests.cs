using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Files of other programs, in and out, as somebody at a terminal sees it.</summary>
public sealed class FormatTests(FilledFolders folders) : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_file_without_a_mapping_is_recognised_and_the_report_says_as_what()
    {
        await File.WriteAllTextAsync(folder.File("buurt.csv"), "van;naar;niveau\nGGD;De Pomp;3\n", TestContext.Current.CancellationToken);
        var report = (await WijkCommand.RunAsync("import", folder.File("buurt.csv"), "--namespace", "buurt", "--data", folder.File("data"), "-l", "en")).Well();
        report.Should().StartWith("Recognised and read with the mapping edge-list: ").And.Contain("Written as version 1.");
        var named = (await WijkCommand.RunAsync("check", folder.File("buurt.csv"), "--namespace", "buurt", "--mapping", "edge-list", "--data", folder.File("data"), "-l", "en")).Well();
        named.Should().NotContain("Recognised");
    }

    [Fact]
    public async Task A_mapping_is_proposed_to_a_new_file_and_then_reads_the_table()
    {
        await File.WriteAllTextAsync(folder.File("gids.csv"), "organisatie,activiteit,buurt,telefoon\nGGD,Spreekuur,Noord,010\n", TestContext.Current.CancellationToken);
        var told = await WijkCommand.RunAsync("mapping", "suggest", folder.File("gids.csv"), "--out", folder.File("gids.json"), "-l", "en");
        told.ExitCode.Should().Be(0, told.Errors);
        told.Errors.Should().Contain("Sure:\n- organisatie: the organisation that does it").And.Contain("Not read:\n- telefoon: this may name a person")
            .And.Contain("Of 1 rows this mapping would refuse 0.");
        (await WijkCommand.RunAsync("mapping", "suggest", folder.File("gids.csv"), "--out", folder.File("gids.json"))).Refusal().Should().Contain("er wordt niets overschreven");
        (await WijkCommand.RunAsync("import", folder.File("gids.csv"), "--mapping", folder.File("gids.json"), "--data", folder.File("data"), "-l", "en")).Well().Should().Contain("Written as version 1.");
        (await WijkCommand.RunAsync("mapping", "suggest", folder.File("none.csv"), "-l", "en")).Refusal().Should().Contain("no such file");
    }

    [Theory]
    [InlineData("gexf", "<gexf")]
    [InlineData("graphml", "<graphml")]
    [InlineData("kumu", "\"elements\"")]
    [InlineData("geojson", "FeatureCollection")]
    public async Task The_sample_goes_out_to_other_programs_without_its_professionals(string form, string holds)
    {
        var data = await folders.SampleAsync();
        var told = await WijkCommand.RunAsync("export", "--format", form, "--out", folder.File("out"), "--data", data, "-l", "en");
        told.ExitCode.Should().Be(0, told.Errors);
        told.Errors.Should().Contain("Left out: ");
        var written = await File.ReadAllTextAsync(folder.File("out"), TestContext.Current.CancellationToken);
        written.Should().Contain(holds).And.NotContain("professional:");
        (await WijkCommand.RunAsync("export", "--format", form, "--data", data)).Well().Trim().Should().Be(written.Trim(), "the screen gets the same");
    }

    [Fact]
    public async Task Tables_go_to_a_new_folder_and_a_workbook_to_a_file()
    {
        var data = await folders.SampleAsync();
        string[] export = ["export", "--data", data, "-l", "en"];
        (await WijkCommand.RunAsync([.. export, "--format", "csv"])).Refusal().Should().Contain("name with --out a folder");
        (await WijkCommand.RunAsync([.. export, "--format", "csv", "--out", folder.File("tables")])).ExitCode.Should().Be(0);
        Directory.GetFiles(folder.File("tables")).Select(Path.GetFileName).Should().Contain(["Agency.csv", "RUNS.csv", "COLLABORATES.csv"]).And.NotContain("Professional.csv");
        (await WijkCommand.RunAsync([.. export, "--format", "csv", "--out", folder.File("tables")])).Refusal().Should().Contain("nothing is overwritten");
        (await WijkCommand.RunAsync([.. export, "--format", "xlsx", "--out", folder.File("tables.xlsx")])).ExitCode.Should().Be(0);
        new FileInfo(folder.File("tables.xlsx")).Length.Should().BeGreaterThan(10_000);
    }
}
