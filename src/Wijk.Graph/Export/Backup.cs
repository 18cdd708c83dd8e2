using System.IO.Compression;
using System.Text.Json;
using Wijk.Graph.Import;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Export;

/// <summary>Contents and log in one file that any store can be filled from: the JSON export with a <c>log</c>, compressed with gzip.</summary>
/// <remarks>
/// In the log each change set is one element, <c>{"version","id","source","recordedAt","changes":n}</c>, followed by its n changes,
/// <c>{"put":record}</c> or <c>{"remove":key}</c>.
/// </remarks>
public static class Backup
{
    /// <summary>Writes a store to a file at one version, also while others write to the store.</summary>
    /// <param name="store">The store.</param>
    /// <param name="file">The file; one that is there is replaced once the new one is whole.</param>
    /// <param name="progress">Hears how many records and changes were written so far.</param>
    /// <param name="cancellationToken">Stops the backup; nothing is left behind.</param>
    /// <returns>The version that the backup holds.</returns>
    /// <exception cref="FileNotWrittenException">The file cannot be written.</exception>
    public static async Task<GraphVersion> BackupAsync(
        IGraphStore store, string file, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        GraphVersion version = default;
        await WholeFile.WriteAsync(file, async stream =>
        {
            var zip = new GZipStream(stream, CompressionLevel.Fastest, leaveOpen: true);
            await using (zip.ConfigureAwait(false)) version = await WriteAsync(store, zip, progress, cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return version;
    }

    /// <summary>Fills an empty store from a backup; the whole file is read and checked before anything is written.</summary>
    /// <returns>The version that was restored.</returns>
    /// <exception cref="WijkJsonException">The file is not a backup, is not complete, or holds a record that breaks the vocabulary.</exception>
    /// <exception cref="StoreNotEmptyException">The store holds something.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<GraphVersion> RestoreAsync(string file, IGraphStore empty, CancellationToken cancellationToken)
    {
        var (contents, log) = await ReadAsync(file, cancellationToken).ConfigureAwait(false);
        await empty.LoadAsync(contents, log, progress: null, cancellationToken).ConfigureAwait(false);
        return contents.Version;
    }

    /// <summary>Reads and checks all of a backup, to know that it is whole before a store is made for it.</summary>
    /// <exception cref="WijkJsonException">The file is not a backup, is not complete, or holds a record that breaks the vocabulary.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static async Task<(GraphContents Contents, IReadOnlyList<LoggedChangeSet> Log)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var stream = File.OpenRead(file);
        await using (stream.ConfigureAwait(false))
        {
            var zip = new GZipStream(stream, CompressionMode.Decompress);
            await using (zip.ConfigureAwait(false))
                return await WijkJson.ReadFileAsync(zip, Path.GetFileName(file), isBackup: true, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<GraphVersion> WriteAsync(
        IGraphStore store, Stream stream, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        // The log only grows, so what it says up to the version of the contents belongs to them, whatever is committed meanwhile.
        var contents = await store.ReadContentsAsync(cancellationToken).ConfigureAwait(false);
        using var writer = new GraphJsonWriter(stream);
        await JsonExport.WriteContentsAsync(writer, contents, progress, cancellationToken).ConfigureAwait(false);
        long done = contents.Nodes.Count + contents.Relations.Count;
        writer.StartArray("log");
        await foreach (var changeSet in store.ReadLogAsync(afterVersion: 0, cancellationToken).ConfigureAwait(false))
        {
            if (changeSet.Version.Number > contents.Version.Number) break;
            writer.Element(json => WriteHead(json, changeSet));
            foreach (var change in changeSet.Changes)
            {
                writer.Element(json => ChangeJson.Write(json, change));
                await writer.WriteOutWhenFullAsync(cancellationToken).ConfigureAwait(false);
                progress?.Report(++done);
            }
        }

        writer.EndArray();
        await writer.EndAsync(cancellationToken).ConfigureAwait(false);
        return contents.Version;
    }

    private static void WriteHead(Utf8JsonWriter json, LoggedChangeSet changeSet)
    {
        json.WriteStartObject();
        json.WriteNumber("version", changeSet.Version.Number);
        json.WriteString("id", changeSet.Id);
        json.WriteString("source", changeSet.Source);
        json.WriteString("recordedAt", RecordJson.TimeText(changeSet.Version.RecordedAt));
        json.WriteNumber("changes", changeSet.Changes.Length);
        json.WriteEndObject();
    }
}
