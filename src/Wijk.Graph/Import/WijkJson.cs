using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>Reads the JSON that Wijk exports; no mapping is needed.</summary>
public static partial class WijkJson
{
    /// <summary>Reads an export; its members and records may come in any order.</summary>
    /// <param name="stream">The JSON, in UTF-8.</param>
    /// <param name="fileName">Its name, for messages.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <returns>Its contents, as a store can load them.</returns>
    /// <exception cref="WijkJsonException">It is not a complete export of this form, or a record breaks the vocabulary.</exception>
    public static async Task<GraphContents> ReadAsync(Stream stream, string fileName, CancellationToken cancellationToken) =>
        (await ReadFileAsync(stream, fileName, isBackup: false, cancellationToken).ConfigureAwait(false)).Contents;

    /// <summary>Whether a file starts as an export does, so that it needs no mapping. Reads only its first bytes.</summary>
    public static async Task<bool> IsExportAsync(Stream stream, CancellationToken cancellationToken)
    {
        var start = new byte[64];
        var length = await stream.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken).ConfigureAwait(false);
        var text = Encoding.UTF8.GetString(start, 0, length).TrimStart('\uFEFF');
        return ExportStart().IsMatch(text);
    }

    /// <summary>Reads an export, or a backup, which holds the log as well.</summary>
    internal static async Task<(GraphContents Contents, IReadOnlyList<LoggedChangeSet> Log)> ReadFileAsync(
        Stream stream, string fileName, bool isBackup, CancellationToken cancellationToken)
    {
        var reader = new GraphFileReader(fileName, isBackup);
        try
        {
            await new JsonObjectReader(stream, reader.Begin, reader.Take).ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (JsonException problem)
        {
            throw reader.Unreadable(Incomplete(problem.LineNumber + 1, problem.Message), problem);
        }
        catch (NoJsonObjectException problem)
        {
            throw reader.Unreadable(Incomplete(line: null, problem.Why), problem);
        }
        catch (InvalidOperationException problem)
        {
            throw reader.Unreadable(new("een naam erin is geen hele UTF-8", "a name in it is not whole UTF-8"), problem);
        }
        catch (InvalidDataException problem)
        {
            throw reader.Unreadable(
                new($"het is beschadigd of geen reservekopie: {problem.Message}", $"it is damaged, or not a backup: {problem.Message}"), problem);
        }

        return reader.Finish();
    }

    private static Words Incomplete(long? line, Words why) =>
        new Words("dit is geen volledige JSON", "this is not complete JSON")
        + (line is null ? "" : new Words($" (regel {line})", $" (line {line})")) + ": " + why;

    [GeneratedRegex("""^\s*\{\s*"wijk"\s*:""")]
    private static partial Regex ExportStart();
}
