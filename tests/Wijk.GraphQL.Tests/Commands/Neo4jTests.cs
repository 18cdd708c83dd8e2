using System.Text.Json.Nodes;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>The program on a real Neo4j server.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jTests(FilledFolders folders) : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private Neo4jServer server = null!;

    private (string Name, string Value)[] Environment =>
    [
        ("WIJK_NEO4J_URL", server.Url.ToString()), ("WIJK_NEO4J_USER", server.User), ("WIJK_NEO4J_PASSWORD", server.Password),
        ("WIJK_NEO4J_ALLOW_PLAINTEXT", "true"),
    ];

    public async ValueTask InitializeAsync()
    {
        server = await Neo4jServer.SharedAsync();
        // Here it matters whether a Wijk ever was in the database.
        await server.ClearAsync();
    }

    public async ValueTask DisposeAsync()
    {
        folder.Dispose();
        await server.ClearAsync();
    }

    [Fact]
    public async Task A_copy_only_fills_what_is_empty()
    {
        var data = await folders.SampleAsync();
        string[] copy = ["copy", "--from", $"sqlite:{data}", "--to", "neo4j", "-l", "en"];
        await server.QueryAsync("CREATE (:Film {title: 'x'}), (:Film)");
        (await WijkAsync(copy)).Refusal().Should().Contain("2 nodes that are not Wijk's (Film)");
        (await server.QueryAsync("MATCH (n) RETURN count(n)"))[0][0].GetInt64().Should().Be(2, "nothing was made");

        await server.ClearAsync();
        (await WijkAsync(copy)).Well();
        (await WijkAsync(copy)).Refusal().Should().Contain("holds a graph already (version 1)");
        (await WijkAsync("copy", "--from", "neo4j", "--to", $"sqlite:{data}", "-l", "en")).Refusal().Should().Contain("holds a graph already");
        (await WijkAsync("copy", "--from", "neo4j", "--to", "neo4j")).Refusal().Should().Contain("noem twee verschillende");
        (await WijkAsync("copy", "--from", $"sqlite:{folder.File("none")}", "--to", $"sqlite:{folder.File("other")}")).Refusal().Should().Contain("staat nog niets");
        Directory.Exists(folder.File("other")).Should().BeFalse();
    }

    [Fact]
    public async Task An_empty_database_is_served_empty_and_shows_what_is_imported_into_it()
    {
        foreach (var command in (string[][])[["export"], ["verify"], ["backup", folder.File("backup")]])
            (await WijkAsync([.. command, "--store", "neo4j"])).Refusal().Should().Contain("lees eerst gegevens in met 'import'").And.NotContain("map");

        await using var wijk = WijkProcess.StartWith(Environment, "run", "--store", "neo4j", "--urls", "http://127.0.0.1:0", "-l", "en");
        await using var running = await RunningServer.OfAsync(wijk);
        wijk.Output.Should().Contain("is still empty. Fill it with 'import' or 'copy'").And.NotContain("Voorbeeldwijk");
        (await running.VersionAsync()).Should().Be(0);
        (await running.StatusAsync("/")).Should().Be(200);
        (await running.DataAsync("{ overlap { cells(first: 1) { totalCount } reason { en } } fragmentation { tieCount } agencies { totalCount } }"))["agencies"]!["totalCount"]!
            .GetValue<int>().Should().Be(0);

        (await WijkAsync("import", Cities.SampleFolder, "--mapping", "wijk", "--namespace", "voorbeeldwijk", "--store", "neo4j")).Well();
        for (var tries = 0; tries < 200 && await running.VersionAsync() == 0; tries++) await Task.Delay(50, TestContext.Current.CancellationToken);
        (await running.VersionAsync()).Should().Be(1);
    }

    [Fact]
    public async Task A_backup_of_Neo4j_is_restored_in_either_store_and_one_that_cannot_be_is_told_at_once()
    {
        (await WijkAsync("copy", "--from", $"sqlite:{await folders.SampleAsync()}", "--to", "neo4j")).Well();
        var before = await BytesAsync("before.json", "export", "--store", "neo4j");
        (await WijkAsync("backup", folder.File("backup"), "--store", "neo4j")).Well();
        (await WijkAsync("restore", folder.File("backup"), "--store", "neo4j", "-l", "en")).Refusal().Should().Contain("holds a graph already");
        await server.EmptyAsync();
        (await WijkAsync("restore", folder.File("backup"), "--store", "neo4j", "-l", "en")).Well();
        (await BytesAsync("after.json", "export", "--store", "neo4j")).Should().Equal(before);
        (await WijkAsync("restore", folder.File("backup"), "--data", folder.File("data"))).Well();
        (await BytesAsync("data.json", "export", "--data", folder.File("data"))).Should().Equal(before);

        await server.QueryAsync("MATCH (a:Agency {key: 'agency:voorbeeldwijk:school'}) SET a.type = 'club'");
        (await WijkAsync("backup", folder.File("broken"), "--store", "neo4j", "-l", "en")).Refusal().Should().Contain("cannot be put back").And.Contain("'verify'");
    }

    [Fact]
    public async Task B15_a_key_that_no_store_can_hold_is_refused_before_anything_is_begun()
    {
        var refused = await WijkAsync("import", SharedData.Cases("B15"), "--mapping", "wijk", "--namespace", "x", "--store", "neo4j", "-l", "en");
        refused.ExitCode.Should().Be(1);
        refused.Output.Should().Contain("Agency.csv row 2").And.Contain("at most 8000 are allowed");
        (await WijkAsync("import", SharedData.Cases("R02"), "--mapping", "wijk", "--namespace", "x", "--store", "neo4j", "-l", "en")).Well().Should().Contain("Written as version 1.");
        (await WijkAsync("doctor", "--store", "neo4j", "-l", "en")).Well().Should().Contain("Nothing is wrong.");
        (await WijkAsync("verify", "--store", "neo4j", "-l", "en")).Well();
    }

    [Fact]
    public async Task What_was_written_in_Neo4j_Browser_is_found_and_what_fits_is_taken()
    {
        (await WijkAsync("copy", "--from", $"sqlite:{await folders.SampleAsync()}", "--to", "neo4j")).Well();
        await server.QueryAsync(
            """
            MATCH (school:Agency {key: 'agency:voorbeeldwijk:school'})
            SET school.name = 'De School', school.pagerank = 0.5
            CREATE (school)<-[:COLLABORATES {level: 2, reportedBy: 'De Brug'}]-(:Agency {name: 'Buurthuis De Brug', note: 'mine'})-[:SEATED_IN]->(:Film)
            """);
        await server.QueryAsync("MATCH (d:Document) WITH d ORDER BY d.key LIMIT 1 DETACH DELETE d");
        var elementId = (await server.QueryAsync("MATCH (n {note: 'mine'}) RETURN elementId(n)"))[0][0].GetString();

        var found = await WijkAsync("verify", "--store", "neo4j", "--json");
        found.ExitCode.Should().Be(1);
        var findings = JsonNode.Parse(found.Output)!["findings"]!.AsArray();
        findings.Select(finding => $"{finding!["rule"]} {finding["kind"]}").Should().Contain(
            ["notManaged Agency", "notManaged COLLABORATES", "changedOutsideWijk Agency", "deletedOutsideWijk Document", "notOfVocabulary Agency", "notOfVocabulary SEATED_IN"]);
        findings.Should().Contain(finding => finding!["message"]!["en"]!.GetValue<string>().Contains("and is 'De School'"));

        (await WijkAsync("import", Cities.SampleFolder, "--mapping", "wijk", "--namespace", "voorbeeldwijk", "--store", "neo4j")).Should()
            .Match<Ended>(ended => ended.ExitCode == 0 || ended.ExitCode == 1);
        (await NameOfSchoolAsync()).Should().Be("De School", "nothing foreign is overwritten");

        (await WijkAsync("adopt", "--store", "neo4j", "--source", "analyst", "-n", "city", "--dry-run", "-l", "en")).Well().Should().Contain("Nothing was written.");
        (await WijkAsync("adopt", "--store", "neo4j", "--source", "analyst", "-n", "city", "-l", "en")).Well().Should().Contain("agency:city:Buurthuis De Brug").And.Contain("Written as version 2.");
        var rows = await server.QueryAsync("MATCH (n:WijkNode:Agency {key: 'agency:city:Buurthuis De Brug'}) RETURN elementId(n), n.note, n.source, n.visibility");
        rows.Should().ContainSingle();
        rows[0].EnumerateArray().Select(value => value.GetString()).Should().Equal(elementId, "mine", "analyst", "coordinator");
        (await WijkAsync("verify", "--store", "neo4j", "-l", "en")).Well().Should().Contain("All is well").And.Contain("pagerank").And.Contain("Film");

        (await WijkAsync("copy", "--from", "neo4j", "--to", $"sqlite:{folder.File("copy")}")).Well();
        (await BytesAsync("copy.json", "export", "--data", folder.File("copy"))).Should().Equal(await BytesAsync("neo4j.json", "export", "--store", "neo4j"));
        (await WijkAsync("verify", "--data", folder.File("copy"), "-l", "en")).Well().Should().Contain("All is well", "the log tells of it too");
    }

    [Fact]
    public async Task The_doctor_tells_apart_what_is_wrong_and_never_tells_the_password()
    {
        (await WijkAsync("doctor", "--store", "neo4j", "-l", "en")).Well().Should().Contain("Nothing is wrong.").And.Contain("there is nothing in it yet");
        (await WijkAsync("copy", "--from", $"sqlite:{await folders.SampleAsync()}", "--to", "neo4j")).Well();
        var well = JsonNode.Parse((await WijkAsync("doctor", "--store", "neo4j", "--json")).Well())!.AsArray();
        well.Select(diagnosis => $"{diagnosis!["subject"]} {diagnosis["level"]}").Should()
            .Contain(["settings ok", "reach ok", "server ok", "clock ok", "migrations ok", "version ok", "apply ok", "gds ok"]);

        await IsWrongAsync("WIJK_NEO4J_URL is not set", ("WIJK_NEO4J_URL", ""));
        await IsWrongAsync("see whether Neo4j runs", ("WIJK_NEO4J_URL", "http://127.0.0.1:9"));
        await IsWrongAsync("The name in WIJK_NEO4J_URL is not known", ("WIJK_NEO4J_URL", "http://nowhere.invalid:7474"));
        await IsWrongAsync("has no database 'nodata'", ("WIJK_NEO4J_DATABASE", "nodata"));
        await IsWrongAsync("WIJK_NEO4J_USER", ("WIJK_NEO4J_USER", "nobody"));

        await server.QueryAsync("MATCH (m:WijkMigration) SET m.checksum = 'other'");
        await IsWrongAsync("was applied in another form than this Wijk knows");
        var newest = Directory.GetFiles(Path.Combine(SharedData.Root, "neo4j/migrations"), "*.cypher").Length;
        await server.QueryAsync($"MATCH (m:WijkMigration {{number: {newest}}}) SET m.number = 99");
        await IsWrongAsync("install that");
        foreach (var command in (string[][])[["export"], ["verify"], ["adopt", "--source", "me"], ["abort"], ["prune"]])
            (await WijkAsync([.. command, "--store", "neo4j", "-l", "en"])).Refusal().Should().Contain($"was made by a newer Wijk (schema 99; this Wijk knows {newest}): use that one");
    }

    [Fact]
    public async Task The_doctor_of_a_folder_says_what_is_wrong_and_makes_nothing()
    {
        (await WijkAsync("doctor", "--data", folder.File("none"), "-l", "en")).Well().Should().Contain("there is nothing in it yet");
        Directory.Exists(folder.File("none")).Should().BeFalse();

        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        (await WijkAsync("doctor", "--data", data, "-l", "en")).Well().Should().Contain("The file is whole.").And.Contain("version 1");
        await using (var file = File.OpenWrite(Path.Combine(data, "wijk.db")))
        {
            file.Position = 40_960;
            await file.WriteAsync(new byte[8_192], TestContext.Current.CancellationToken);
        }

        var damaged = await WijkAsync("doctor", "--data", data, "-l", "en");
        damaged.ExitCode.Should().Be(1);
        damaged.Output.Should().Contain("damaged").And.Contain("'restore'");
    }

    private async Task IsWrongAsync(string sentence, params (string Name, string Value)[] changed)
    {
        var ended = await WijkCommand.RunWithAsync([.. Environment, .. changed], "doctor", "--store", "neo4j", "-l", "en");
        ended.ExitCode.Should().Be(1, ended.Output);
        ended.Output.Should().Contain(sentence).And.NotContain(server.Password);
    }

    private async Task<string?> NameOfSchoolAsync() =>
        (await server.QueryAsync("MATCH (a:Agency {key: 'agency:voorbeeldwijk:school'}) RETURN a.name"))[0][0].GetString();

    private Task<Ended> WijkAsync(params string[] arguments) => WijkCommand.RunWithAsync(Environment, arguments);

    private async Task<byte[]> BytesAsync(string name, params string[] arguments)
    {
        (await WijkAsync([.. arguments, "--out", folder.File(name)])).Well();
        return await File.ReadAllBytesAsync(folder.File(name), TestContext.Current.CancellationToken);
    }
}
