using System.Net;
using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class RunTests(FilledFolders folders)
{
    [Fact]
    public async Task An_empty_folder_is_filled_with_the_sample_once_and_served_until_a_signal()
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        await using (var server = await RunningServer.StartAsync(data))
        {
            server.Process.Output.Should().Contain("Voorbeeldwijk").And.Contain("made up");
            (await server.VersionAsync()).Should().Be(1);
            (await server.StatusAsync("/health/live")).Should().Be(200);
            (await server.StatusAsync("/health/ready")).Should().Be(200);
            (await server.StatusAsync("/")).Should().Be(200);
            (await server.StatusAsync("/graphql/ide")).Should().Be(404, "the editor is for development");
            await server.Process.SignalAsync("TERM");
            (await server.Process.EndAsync()).Well().Split('\n').Should().HaveCount(2, "it says what it did and where it listens, and no more");
        }

        await using var again = await RunningServer.StartAsync(data);
        again.Process.Output.Should().NotContain("Voorbeeldwijk");
        (await again.VersionAsync()).Should().Be(1);
        await again.Process.SignalAsync("INT");
        (await again.Process.EndAsync()).Well();
    }

    [Fact]
    public async Task The_environment_may_set_the_address_and_development_has_the_query_editor()
    {
        var environment = new[] { ("ASPNETCORE_URLS", "http://127.0.0.1:0"), ("ASPNETCORE_ENVIRONMENT", "Development") };
        await using var process = WijkProcess.StartWith(environment, "--data", await folders.SampleAsync(), "-l", "en");
        await using var server = await RunningServer.OfAsync(process);
        (await server.StatusAsync("/graphql/ide/")).Should().Be(200);
        process.Output.Should().NotContain(":5080");
    }

    [Fact]
    public async Task A_folder_with_other_files_is_refused_and_left_as_it_was()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("letter.txt"), "dear", TestContext.Current.CancellationToken);
        await IsRefusedAsync(["run", "--data", folder.Path], "geen gegevens van Wijk", "no graph of Wijk");
        Directory.GetFileSystemEntries(folder.Path).Should().Equal(folder.File("letter.txt"));
    }

    [Theory]
    [InlineData("an empty file", "There is a database, in which nothing was saved", "waarin niets is opgeslagen")]
    [InlineData("an empty database", "There is a database, in which nothing was saved", "waarin niets is opgeslagen")]
    [InlineData("a damaged database", "wijk.db' is not a database; choose another data folder or restore a backup.", "is geen database")]
    [InlineData("a database alone, that has all of it in its log", "There is a database, in which nothing was saved", "waarin niets is opgeslagen")]
    [InlineData("a database without its log", "there is wijk.db without wijk.db-wal, which held the last changes; nothing was opened or changed. Put back the wijk.db-wal", "zonder wijk.db-wal")]
    [InlineData("a log without its database", "there is wijk.db-wal, but no wijk.db; nothing was opened or changed. Put back the wijk.db", "maar geen wijk.db")]
    [InlineData("a log beside an empty file", "wijk.db is empty, and wijk.db-wal is not; nothing was opened or changed. Put back the wijk.db", "is wijk.db leeg")]
    public async Task A_folder_that_holds_or_held_a_database_is_never_filled_with_the_sample(string found, string english, string dutch)
    {
        using var folder = new TempFolder();
        var data = folder.File("data");
        await MakeAsync(found, data, folder.File("whole"));
        await IsRefusedAsync(["run", "--data", data], dutch, english);
        (await WijkCommand.RunAsync("export", "--data", data)).ExitCode.Should().Be(1, "nothing was put in it");
        if (!english.Contains("nothing was opened", StringComparison.Ordinal)) return;
        (await WijkCommand.RunAsync("import", Cities.SampleFolder, "--mapping", "wijk", "--data", data, "-l", "en")).Should()
            .Match<Ended>(ended => ended.ExitCode == 1 && ended.Errors.Contains(english));
        var doctor = await WijkCommand.RunAsync("doctor", "--data", data, "-l", "en");
        doctor.Should().Match<Ended>(ended => ended.ExitCode == 1 && ended.Output.Contains(english));
    }

    [Fact]
    public async Task A_port_in_use_is_refused()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        await IsRefusedAsync(["run", "--data", await folders.SampleAsync(), "--urls", address], $"{address} is al in gebruik", $"{address} is already in use");
    }

    [Fact]
    public async Task Where_it_cannot_listen_an_empty_folder_stays_absent()
    {
        using var folder = new TempFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var inUse = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        foreach (var address in (string[])[inUse, "http://127.0.0.1:99999", "https://127.0.0.1:0"])
            (await WijkCommand.RunAsync("run", "--data", folder.File("data"), "--urls", address)).Refusal();
        Directory.Exists(folder.File("data")).Should().BeFalse();
    }

    [Theory]
    [InlineData("http://127.0.0.1:99999")]
    [InlineData("https://127.0.0.1:0")]
    public async Task An_address_that_cannot_be_listened_on_is_refused(string address) =>
        await IsRefusedAsync(["run", "--data", await folders.SampleAsync(), "--urls", address], "kan niet worden geluisterd", "cannot be listened on");

    [Fact]
    public async Task A_folder_that_is_a_file_is_refused()
    {
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("data"), "", TestContext.Current.CancellationToken);
        await IsRefusedAsync(["run", "--data", folder.File("data")], "het is een bestand", "it is a file");
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_refused()
    {
        // No user, not even an administrator, can make a folder inside a file.
        using var folder = new TempFolder();
        await File.WriteAllTextAsync(folder.File("file"), "", TestContext.Current.CancellationToken);
        await IsRefusedAsync(["run", "--data", Path.Combine(folder.File("file"), "data"), "--urls", "http://127.0.0.1:0"], "mag schrijven", "may write");
    }

    [Fact]
    public async Task A_database_of_a_newer_version_is_refused()
    {
        using var folder = new TempFolder();
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("data"));
        await using (var database = new SqliteConnection($"Data Source={Path.Combine(data, "wijk.db")};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var newer = database.CreateCommand();
            newer.CommandText = "PRAGMA user_version = 99";
            await newer.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await IsRefusedAsync(["run", "--data", data], "nieuwere Wijk", "newer Wijk");
    }

    [Fact]
    public async Task An_address_that_others_can_reach_is_refused_before_anything_is_made()
    {
        using var folder = new TempFolder();
        await IsRefusedAsync(["run", "--data", folder.File("data"), "--urls", "http://0.0.0.0:5080"], "toegangscontrole", "access control");
        Directory.Exists(folder.File("data")).Should().BeFalse();
    }

    [Theory]
    [InlineData("ASPNETCORE_URLS", "http://example.org:5080", "access control")]
    [InlineData("DOTNET_URLS", "http://0.0.0.0:5080", "access control")]
    [InlineData("ASPNETCORE_HTTP_PORTS", "8080", "access control")]
    [InlineData("Hosts", "https://wijk.example", "Hosts names 'https://wijk.example'")]
    [InlineData("Proxies", "nginx", "Proxies names 'nginx'")]
    [InlineData("Limits__Seconds", "0", "from 1 to 3600")]
    public async Task A_wrong_setting_in_the_environment_is_refused_before_anything_is_made(string name, string value, string told)
    {
        using var folder = new TempFolder();
        var ended = await WijkProcess.RunWithAsync([(name, value)], "run", "--data", folder.File("data"), "-l", "en");
        ended.Refusal().Should().Contain(told);
        Directory.Exists(folder.File("data")).Should().BeFalse();
    }

    [Fact]
    public async Task A_part_of_the_graph_can_be_served_and_an_area_that_is_not_there_is_refused()
    {
        var data = await folders.SampleAsync();
        string key;
        await using (var all = await RunningServer.StartAsync(data))
            key = (string)(await all.DataAsync("{ areas(first: 1) { edges { node { key } } } }"))["areas"]!["edges"]![0]!["node"]!["key"]!;
        await using (var server = await RunningServer.StartAsync(data, "--area", key, "--poll", "50"))
        {
            server.Process.Output.Should().Contain("Wijk only looks at ");
            ((string)(await server.DataAsync("{ graph { slice { key } } }"))["graph"]!["slice"]![0]!["key"]!).Should().Be(key);
        }

        await IsRefusedAsync(["run", "--data", data, "--area", "NOWHERE"], "'NOWHERE'", "'NOWHERE'");
    }

    private static async Task MakeAsync(string found, string data, string whole)
    {
        await using var store = await SqliteStore.OpenAsync(whole, TestContext.Current.CancellationToken);
        if (found != "an empty database") await store.CommitAsync(SmallNeighbourhood.ChangeSet, TestContext.Current.CancellationToken);
        // While it is open, all of it stands in the log.
        FilledFolders.Copy(whole, data);
        var (database, log, shared) = (Path.Combine(data, "wijk.db"), Path.Combine(data, "wijk.db-wal"), Path.Combine(data, "wijk.db-shm"));
        string[] gone = found switch
        {
            "a database alone, that has all of it in its log" or "an empty file" or "a damaged database" => [log, shared],
            "a database without its log" => [log],
            "a log without its database" => [database],
            _ => [],
        };
        Array.ForEach(gone, File.Delete);
        if (found is "an empty file" or "a log beside an empty file") await File.WriteAllBytesAsync(database, [], TestContext.Current.CancellationToken);
        if (found == "a damaged database") await File.WriteAllTextAsync(database, new string('x', 8192), TestContext.Current.CancellationToken);
    }

    private static async Task IsRefusedAsync(string[] arguments, string dutch, string english)
    {
        (await WijkCommand.RunAsync(arguments)).Refusal().Should().Contain(dutch);
        (await WijkCommand.RunAsync([.. arguments, "-l", "en"])).Refusal().Should().Contain(english);
    }
}
