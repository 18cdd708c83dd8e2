using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>
/// Gathers what a file of a network says as two tables, <c>nodes</c> and <c>edges</c>, with the headings of Gephi: Id and Label; Source, Target, Type and Weight; Start, End
/// and Periods where it says when. What else a node or an edge carries is a column of its own name.
/// </summary>
/// <param name="file">The file's name.</param>
/// <param name="encoding">The encoding found.</param>
internal sealed class NetworkTables(string file, string encoding)
{
    /// <summary>The name of the table of nodes.</summary>
    public const string Nodes = "nodes";

    /// <summary>The name of the table of edges.</summary>
    public const string Edges = "edges";

    // More than the largest file can spell out one by one; only defaults come to more.
    private const long MostValues = 10_000_000;

    private readonly List<(int Row, JsonCells? Cells)> nodes = [];
    private readonly List<(int Row, JsonCells? Cells)> edges = [];
    private readonly Dictionary<int, RowFault> faults = [];
    private long values;

    /// <summary>The heading of an attribute: whatever the case, a label is one.</summary>
    public static string Heading(string attribute) => attribute.Equals("Label", StringComparison.OrdinalIgnoreCase) ? "Label" : attribute;

    /// <summary>A row for a node.</summary>
    /// <param name="id">What it is called in this file.</param>
    /// <param name="line">The line it stands on; null to go by its place among the nodes, as in XML, where lines mean nothing.</param>
    public JsonCells AddNode(string id, int? line = null)
    {
        var cells = new JsonCells();
        cells.Texts.Add(("Id", id));
        nodes.Add((line ?? nodes.Count + 1, cells));
        return cells;
    }

    /// <summary>A row for an edge between two nodes, by their ids.</summary>
    public JsonCells AddEdge(string source, string target, int? line = null)
    {
        var cells = new JsonCells();
        cells.Texts.Add(("Source", source));
        cells.Texts.Add(("Target", target));
        edges.Add((line ?? edges.Count + 1, cells));
        return cells;
    }

    /// <summary>Something that stands among the edges and cannot be read as one.</summary>
    public void AddBroken(string value, Words why, int? line = null)
    {
        faults[edges.Count] = new(value, why);
        edges.Add((line ?? edges.Count + 1, new()));
    }

    /// <summary>A value of a node or an edge.</summary>
    /// <exception cref="ImportFileException">It has more values than there can be columns, or the file has more than are read: defaults fill every node.</exception>
    public void Add(JsonCells cells, string name, string value)
    {
        cells.Texts.Add((name, value));
        SourceTable.RefuseTooMany(file, cells.Texts.Count);
        if (++values > MostValues) throw new ImportFileException(file, 0, new(
            $"het bestand heeft meer dan {MostValues} waarden, meer wordt niet gelezen; verdeel het over kleinere bestanden.",
            $"the file has more than {MostValues} values, the most that are read; split it into smaller files."));
    }

    /// <summary>Both tables, each also when it is empty.</summary>
    public IReadOnlyList<SourceTable> Finish() => [Table(Nodes, nodes, ["Id", "Label"], []), Table(Edges, edges, ["Source", "Target"], faults)];

    private SourceTable Table(string name, List<(int Row, JsonCells? Cells)> rows, string[] always, Dictionary<int, RowFault> broken)
    {
        // A row of no values makes the columns that a mapping counts on, also where the file has none.
        var first = new JsonCells();
        foreach (var column in always) first.Texts.Add((column, ""));
        var table = JsonRows.Table($"{file} [{name}]", encoding, rows.Prepend((0, first)));
        return new(table.File, encoding, table.Columns,
            [.. table.Rows.Skip(1).Select((row, index) => broken.TryGetValue(index, out var fault) ? row with { Fault = fault } : row)]);
    }
}
