using System.IO.Compression;
using System.Text.RegularExpressions;
using Wijk.GraphQL.Tests.Commands;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Neo4j;

/// <summary>Real places in both stores: nobody can see a difference.</summary>
[Collection(Neo4jServer.Collection)]
public sealed partial class SameAnswersTests : IAsyncLifetime
{
    private const string Amsterdam = "Amsterdam", Baltimore = "Baltimore", Voorbeeldwijk = "Voorbeeldwijk";

    private static readonly string[][] Questions =
    [
        ["overlap", "--lens", "group"], ["overlap", "--lens", "activity"], ["fragmentation"], ["clusters"],
    ];

    private readonly TempFolder folder = new();
    private Neo4jServer server = null!;

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        await server.EmptyAsync();
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>In the normal run Amsterdam is copied and Baltimore imported; in a long one each is both.</summary>
    public static TheoryData<string> Copied => [Amsterdam, Voorbeeldwijk, .. LongRun.IsOn ? [Baltimore] : Array.Empty<string>()];

    /// <inheritdoc cref="Copied"/>
    public static TheoryData<string> Imported => [Baltimore, Voorbeeldwijk, .. LongRun.IsOn ? [Amsterdam] : Array.Empty<string>()];

    [Theory]
    [MemberData(nameof(Copied))]
    public async Task A_graph_that_is_copied_gives_the_same_bytes_and_the_same_answers(string place)
    {
        var data = folder.File("data");
        await FillAsync(place, "--data", data);
        var before = await ExportAsync("--data", data);
        var copied = await server.WijkAsync("copy", "--from", $"sqlite:{data}", "--to", "neo4j", "-l", "en");
        copied.Well();
        copied.Errors.Should().Contain("reading the log ").And.Contain("writing ").And.Contain(" now stands in Neo4j at ");
        (await ExportAsync("--store", "neo4j")).Should().Equal(before);
        foreach (var question in Questions)
        {
            var answer = (await server.WijkAsync(["analyse", .. question, "--json", "--data", data])).Well();
            answer.Should().Contain("\"data\"");
            (await server.WijkAsync(["analyse", .. question, "--json", "--store", "neo4j"])).Well().Should().Be(answer);
        }

        (await server.WijkAsync("verify", "--store", "neo4j", "-l", "en")).Well().Should().Contain("All is well");
        (await server.WijkAsync("copy", "--from", "neo4j", "--to", $"sqlite:{folder.File("back")}")).Well();
        (await ExportAsync("--data", folder.File("back"))).Should().Equal(before);
        (await BackupAsync("--data", folder.File("back"))).Should().Equal(await BackupAsync("--data", data), "the whole log came along");
        (await ExportAsync("--data", data)).Should().Equal(before, "the source stays as it is");
    }

    [Theory]
    [MemberData(nameof(Imported))]
    public async Task An_import_makes_the_same_records_in_either_store(string place)
    {
        var data = folder.File("data");
        await FillAsync(place, "--data", data);
        await FillAsync(place, "--store", "neo4j");
        var (there, here) = (await ExportAsync("--store", "neo4j"), await ExportAsync("--data", data));
        Timeless(there).Should().Be(Timeless(here));
    }

    private async Task FillAsync(string place, params string[] store)
    {
        foreach (var source in SourcesOf(place)) (await server.WijkAsync(["import", .. source, .. store])).Well();
    }

    private static string[][] SourcesOf(string place) => place switch
    {
        Amsterdam => [[FilledFolders.Subsidies], [SharedData.Path("amsterdam-gebieden")]],
        Baltimore => [[SharedData.Path("baltimore-bahc"), "--mapping", "hsds", "--namespace", "baltimore"]],
        _ => [[Cities.SampleFolder, "--mapping", "wijk", "--namespace", "voorbeeldwijk"]],
    };

    private async Task<byte[]> ExportAsync(params string[] store)
    {
        var file = folder.File("export.json");
        (await server.WijkAsync(["export", "--out", file, .. store])).Well();
        return await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
    }

    private async Task<byte[]> BackupAsync(params string[] store)
    {
        var file = folder.File("backup.gz");
        (await server.WijkAsync(["backup", file, .. store])).Well();
        await using var zip = new GZipStream(File.OpenRead(file), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        await zip.CopyToAsync(bytes, TestContext.Current.CancellationToken);
        return bytes.ToArray();
    }

    private static string Timeless(byte[] export) => RecordedAt().Replace(System.Text.Encoding.UTF8.GetString(export), "");

    [GeneratedRegex("\"recordedAt\":\"[^\"]*\",?")]
    private static partial Regex RecordedAt();
}
