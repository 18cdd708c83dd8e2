using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class PruneTests : IDisposable
{
    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Data => folder.File("data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task It_says_how_much_goes_and_a_dry_run_takes_nothing()
    {
        await FillAsync();
        var said = await WijkCommand.RunAsync("prune", "--data", Data, "--dry-run", "-l", "en");
        said.ExitCode.Should().Be(0);
        said.Errors.Should().Contain("holds 3 changes up to version 3").And.Contain("2 of them were replaced later").And.NotContain("were taken");
        (await ChangesAsync(Data)).Should().Equal(1, 1, 1, 1);

        (await WijkCommand.RunAsync("prune", "--data", Data, "-l", "en")).Errors.Should().Contain("2 replaced changes were taken from the log.");
        (await ChangesAsync(Data)).Should().Equal(0, 0, 1, 1);
        (await WijkCommand.RunAsync("verify", "--data", Data)).ExitCode.Should().Be(0);
        var doctor = await WijkCommand.RunAsync("doctor", "--data", Data, "-l", "en");
        doctor.ExitCode.Should().Be(0);
        doctor.Errors.Split('\n').Should().Equal("reading the whole file (0 MB)", "following references", "reading records", "reading the log 0 / 2");
        (await WijkCommand.RunAsync("prune", "--data", Data, "-l", "en")).Errors.Should().Contain("0 of them were replaced later");
    }

    [Fact]
    public async Task An_archive_holds_the_whole_log_and_can_be_put_back()
    {
        await FillAsync();
        var archive = folder.File("archive");
        await File.WriteAllTextAsync(archive, "an older archive", Cancel);
        (await WijkCommand.RunAsync("prune", "--data", Data, "--archive", archive, "-l", "en")).Refusal().Should().Contain("is there already");
        (await ChangesAsync(Data)).Should().Equal(1, 1, 1, 1);

        File.Delete(archive);
        (await WijkCommand.RunAsync("prune", "--data", Data, "--archive", archive, "-l", "en")).ExitCode.Should().Be(0);
        (await ChangesAsync(Data)).Should().Equal(0, 0, 1, 1);
        (await WijkCommand.RunAsync("restore", archive, "--data", folder.File("spare"))).ExitCode.Should().Be(0);
        (await ChangesAsync(folder.File("spare"))).Should().Equal(1, 1, 1, 1);
        if (!OperatingSystem.IsWindows()) File.GetUnixFileMode(archive).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task An_archive_that_cannot_be_written_leaves_the_log_as_it_is()
    {
        await FillAsync();
        (await WijkCommand.RunAsync("prune", "--data", Data, "--archive", Path.Combine(folder.File("no"), "such"), "-l", "en")).ExitCode.Should().Be(1);
        (await ChangesAsync(Data)).Should().Equal(1, 1, 1, 1);
    }

    [Fact]
    public async Task The_last_day_always_stays()
    {
        await FillAsync();
        var today = DateTimeOffset.UtcNow.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        (await WijkCommand.RunAsync("prune", "--data", Data, "--before", today, "-l", "en")).Refusal().Should().Contain("the last day always stays");
        (await WijkCommand.RunAsync("prune", "--data", folder.File("none"))).Refusal().Should().Contain("staat nog niets");
        (await WijkCommand.RunAsync("prune", "--data", Data, "--before", "2000-01-01", "-l", "en")).Errors.Should().Contain("holds nothing of before 2000-01-01");
    }

    private async Task FillAsync()
    {
        await using var store = await SqliteStore.OpenAsync(Data, Cancel);
        var now = DateTimeOffset.FromUnixTimeMilliseconds(DateTimeOffset.UtcNow.ToUnixTimeMilliseconds());
        foreach (var (days, number) in ((int, int)[])[(400, 1), (300, 2), (200, 3), (0, 4)])
        {
            var agency = new Node(Keys.Of(NodeKind.Agency, "n", "a"), NodeKind.Agency)
            {
                Source = "n",
                RecordedAt = now.AddDays(-days),
                Attributes = AttributeSet.Of(("name", $"Name {number}")),
            };
            await store.CommitAsync(new ChangeSet { Id = $"{number}", Source = "n", RecordedAt = now.AddDays(-days), Changes = [Change.Put(agency)] }, Cancel);
        }
    }

    private static async Task<int[]> ChangesAsync(string data)
    {
        await using var store = await SqliteStore.OpenAsync(data, Cancel);
        return await store.ReadLogAsync(0, Cancel).Select(entry => entry.Changes.Length).ToArrayAsync(Cancel);
    }
}
