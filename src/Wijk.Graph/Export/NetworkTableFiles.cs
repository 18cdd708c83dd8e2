using System.Data;
using System.Globalization;
using MiniExcelLibs;
using Wijk.Graph.Model;

namespace Wijk.Graph.Export;

/// <summary>Writes what goes out as tables, one for each kind of node and of relation: a folder of CSV files, or the sheets of a workbook.</summary>
public static class NetworkTableFiles
{
    /// <summary>The most rows of a sheet, headings included; a spreadsheet reads no more.</summary>
    public const int MostRows = 1_048_576;

    // What a cell of Excel can hold, in characters.
    private const int LongestCell = 32_767;

    /// <summary>Writes a CSV file for each kind into a folder that is empty or not there yet.</summary>
    /// <exception cref="FolderNotEmptyException">The folder holds something, or is a file.</exception>
    /// <exception cref="FileNotWrittenException">A file cannot be written.</exception>
    public static async Task WriteFolderAsync(string folder, PublicNetwork network, CancellationToken cancellationToken)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())) throw new FolderNotEmptyException(folder);
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new FileNotWrittenException(folder, problem);
        }

        foreach (var (name, headings, rows) in Tables(network))
            await WholeFile.WriteAsync(Path.Combine(folder, $"{name}.csv"), stream => TableFile.WriteCsvAsync(stream, headings, rows, cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>Writes a workbook with a sheet for each kind; the stream stays open. Of a text that is too long for a cell only its length is written.</summary>
    /// <exception cref="SheetTooLongException">A kind has more records than a sheet has rows.</exception>
    public static async Task WriteWorkbookAsync(Stream stream, PublicNetwork network, CancellationToken cancellationToken)
    {
        var sheets = new Dictionary<string, object>();
        foreach (var (name, headings, rows) in Tables(network))
        {
            if (rows.Count >= MostRows) throw new SheetTooLongException(name, rows.Count);
            var table = new DataTable { Locale = CultureInfo.InvariantCulture };
            foreach (var heading in headings) table.Columns.Add(heading, typeof(string));
            foreach (var row in rows) table.Rows.Add([.. row.Select(Fitting)]);
            sheets.Add(name, table);
        }

        await MiniExcel.SaveAsAsync(stream, sheets, cancellationToken: cancellationToken).ConfigureAwait(false);
    }

    // Nodes are called by their kind, relations in capitals; a name beside each key, so that people can read it.
    private static IEnumerable<(string Name, string[] Headings, List<string[]> Rows)> Tables(PublicNetwork network)
    {
        var names = network.Nodes.ToDictionary(node => node.Key, node => node.Label, StringComparer.Ordinal);
        foreach (var kind in network.Nodes.GroupBy(node => node.Record.Kind).OrderBy(kind => kind.Key))
        {
            string[] columns = [.. kind.SelectMany(NetworkXmlFile.Values).Select(pair => pair.Name).Where(name => name is not ("kind" or "name" or "text" or "title" or "key")).Distinct()];
            yield return (kind.Key.ToString(), ["key", "name", .. columns], [.. kind.Select(node => Row([node.Key, node.Label], columns, NetworkXmlFile.Values(node)))]);
        }

        foreach (var kind in network.Edges.GroupBy(edge => edge.Record.Kind).OrderBy(kind => kind.Key))
        {
            string[] columns = [.. kind.SelectMany(NetworkXmlFile.Values).Select(pair => pair.Name).Where(name => name is not ("kind" or "directed")).Distinct()];
            yield return (Vocabulary.Of(kind.Key).Name, ["from", "from name", "to", "to name", .. columns],
                [.. kind.Select(edge => Row([edge.From, names[edge.From], edge.To, names[edge.To]], columns, NetworkXmlFile.Values(edge)))]);
        }
    }

    // An outline may be longer than a cell can be; a piece of it would be no outline.
    private static string Fitting(string text) => text.Length <= LongestCell ? text : $"({text.Length} > {LongestCell})";

    private static string[] Row(string[] first, string[] columns, IEnumerable<(string Name, string Value)> values)
    {
        var known = values.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal);
        return [.. first, .. columns.Select(column => known.GetValueOrDefault(column, ""))];
    }
}

/// <summary>Files would be written into a folder that holds something, and nothing is overwritten.</summary>
public sealed class FolderNotEmptyException(string folder) : ExplainedException(new(
    $"{folder}: daar staat al iets en er wordt niets overschreven; noem een map die nieuw of leeg is.",
    $"{folder}: something is there already and nothing is overwritten; name a folder that is new or empty."));

/// <summary>More records of a kind than a sheet has rows.</summary>
public sealed class SheetTooLongException(string sheet, int count) : ExplainedException(new(
    $"{sheet}: {count} rijen, en een blad heeft er hoogstens {NetworkTableFiles.MostRows}; kies --format csv.",
    $"{sheet}: {count} rows, and a sheet has at most {NetworkTableFiles.MostRows}; choose --format csv."));
