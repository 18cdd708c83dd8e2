namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>Writes all files for the bulk loader to an empty folder.</summary>
internal sealed class BulkLoadWriter(IGraphStore store, string folder, IProgress<long>? progress)
{
    private const int StepsBetweenLooks = 1_000;

    private long done;

    /// <summary>Writes them.</summary>
    /// <returns>The version that they hold.</returns>
    public async Task<GraphVersion> WriteAsync(CancellationToken cancellationToken)
    {
        var (version, listDelimiter, records) = await WriteRecordsAsync(cancellationToken).ConfigureAwait(false);
        var log = await WriteLogAsync(version, listDelimiter, cancellationToken).ConfigureAwait(false);
        await LoaderArguments.WriteAsync(folder, version, [.. records, .. log], listDelimiter, cancellationToken).ConfigureAwait(false);
        return version;
    }

    // The records are let go of here, before the log is read, which may hold all of them once more.
    private async Task<(GraphVersion Version, char ListDelimiter, BulkFile[] Files)> WriteRecordsAsync(CancellationToken cancellationToken)
    {
        var contents = await store.ReadContentsAsync(cancellationToken).ConfigureAwait(false);
        var listDelimiter = ListDelimiters.For(contents);
        var tables = new RecordTables(folder, listDelimiter);
        await using (tables.ConfigureAwait(false))
        {
            foreach (var node in contents.Nodes)
            {
                tables.Write(node);
                Step(1, cancellationToken);
            }

            foreach (var relation in contents.Relations)
            {
                tables.Write(relation);
                Step(1, cancellationToken);
            }

            return (contents.Version, listDelimiter, [.. tables.Files]);
        }
    }

    private async Task<BulkFile[]> WriteLogAsync(GraphVersion version, char listDelimiter, CancellationToken cancellationToken)
    {
        var tables = new LogTables(folder, listDelimiter);
        await using (tables.ConfigureAwait(false))
        {
            // The log only grows, so its part up to the version of the contents belongs to them, whatever is committed meanwhile.
            await foreach (var changeSet in store.ReadLogAsync(afterVersion: 0, cancellationToken).ConfigureAwait(false))
            {
                if (changeSet.Version.Number > version.Number) break;
                tables.Write(changeSet);
                Step(changeSet.Changes.Length, cancellationToken);
            }

            tables.End(version);
            progress?.Report(done);
            return [.. tables.Files];
        }
    }

    private void Step(int count, CancellationToken cancellationToken)
    {
        var before = done / StepsBetweenLooks;
        done += count;
        if (done / StepsBetweenLooks == before) return;
        cancellationToken.ThrowIfCancellationRequested();
        progress?.Report(done);
    }
}
