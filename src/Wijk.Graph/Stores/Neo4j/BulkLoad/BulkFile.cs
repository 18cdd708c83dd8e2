namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>A file that was written, as the loader must name it.</summary>
/// <param name="Argument">The option of the loader: <c>--nodes=Agency:WijkNode=Agency.csv</c>.</param>
/// <param name="Name">Its name.</param>
/// <param name="HasLineBreaks">Whether a text in it runs over several lines.</param>
/// <param name="LongestRow">The most bytes that a row of it takes at most.</param>
internal sealed record BulkFile(string Argument, string Name, bool HasLineBreaks, long LongestRow)
{
    /// <summary>A file of nodes with these labels, a colon between.</summary>
    public static BulkFile OfNodes(string labels, BulkTable table) => Of($"--nodes={labels}={table.FileName}", table);

    /// <summary>A file of relations of a type.</summary>
    public static BulkFile OfRelations(string type, BulkTable table) => Of($"--relationships={type}={table.FileName}", table);

    private static BulkFile Of(string argument, BulkTable table) => new(argument, table.FileName, table.HasLineBreaks, table.LongestRow);
}
