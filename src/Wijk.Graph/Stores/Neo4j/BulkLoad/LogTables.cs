using System.Globalization;

namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>The files of the bookkeeping: the version, the change log and what was removed.</summary>
internal sealed class LogTables(string folder, char listDelimiter) : IAsyncDisposable
{
    private readonly BulkTable graph = new(
        folder, "WijkGraph", [BulkColumn.Text("name"), BulkColumn.Integer("version"), BulkColumn.Time("recordedAt")], listDelimiter);

    private readonly BulkTable changeSets = new(
        folder, "WijkChangeSet",
        [BulkColumn.Text("id"), BulkColumn.Integer("version"), BulkColumn.Text("source"), BulkColumn.Time("recordedAt"), BulkColumn.Integer("changeCount"), BulkColumn.Text("log")],
        listDelimiter);

    private readonly BulkTable pages = new(
        folder, "WijkLogPage", [BulkColumn.Text("log"), BulkColumn.Integer("number"), BulkColumn.Text("changes")], listDelimiter);

    private readonly BulkTable removals = new(
        folder, "WijkRemoved",
        [BulkColumn.Text("key"), BulkColumn.Integer("version"), BulkColumn.Text("source"), BulkColumn.Time("recordedAt")], listDelimiter);

    private readonly Dictionary<string, (GraphVersion Version, string Source)> removedBy = new(StringComparer.Ordinal);

    /// <summary>The files, with the label of what stands in them.</summary>
    public IEnumerable<BulkFile> Files =>
        new[] { graph, changeSets, pages, removals }.Select(table => BulkFile.OfNodes(Path.GetFileNameWithoutExtension(table.FileName), table));

    /// <summary>Writes a change set; they come oldest first.</summary>
    public void Write(LoggedChangeSet changeSet)
    {
        var log = $"{changeSet.Version.Number.ToString(CultureInfo.InvariantCulture)}:{changeSet.Id}";
        changeSets.Set("id", changeSet.Id);
        changeSets.Set("version", changeSet.Version.Number);
        changeSets.Set("source", changeSet.Source);
        changeSets.Set("recordedAt", changeSet.Version.RecordedAt);
        changeSets.Set("changeCount", (long)changeSet.Changes.Length);
        changeSets.Set("log", log);
        changeSets.WriteRow();
        long number = 0;
        foreach (var page in LogPages.Of(changeSet.Changes))
        {
            pages.Set("log", log);
            pages.Set("number", number++);
            pages.Set("changes", page);
            pages.WriteRow();
        }

        foreach (var change in changeSet.Changes)
        {
            if (change.Record is null) removedBy[change.Key] = (changeSet.Version, changeSet.Source);
            else removedBy.Remove(change.Key);
        }
    }

    /// <summary>Writes the version, and what the change sets removed and did not bring back.</summary>
    public void End(GraphVersion version)
    {
        foreach (var (key, removal) in removedBy.OrderBy(removal => removal.Key, StringComparer.Ordinal))
        {
            removals.Set("key", key);
            removals.Set("version", removal.Version.Number);
            removals.Set("source", removal.Source);
            removals.Set("recordedAt", removal.Version.RecordedAt);
            removals.WriteRow();
        }

        graph.Set("name", "graph");
        graph.Set("version", version.Number);
        graph.Set("recordedAt", version.RecordedAt);
        graph.WriteRow();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var table in new[] { graph, changeSets, pages, removals }) await table.DisposeAsync().ConfigureAwait(false);
    }
}
