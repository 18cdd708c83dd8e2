using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>An export of Wijk that was read back.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="ContentHash">SHA-256, in hex, of its bytes.</param>
/// <param name="Contents">What it holds.</param>
public sealed record ExportFile(string Name, string ContentHash, GraphContents Contents)
{
    /// <summary>The source of a change set that comes from an export; each record in it keeps its own source.</summary>
    public const string Source = "wijk-export";

    /// <summary>The records with their places in the file, for the same checks and rules as any other import.</summary>
    public MappedRecords AsMapped() => new(
        Source,
        ContentHash,
        [new(Name, "", Contents.Nodes.Count + Contents.Relations.Count)],
        [.. Contents.Nodes.Select((node, index) => new Mapped<Node>(node, new($"{Name} [nodes]", index + 1)))],
        [.. Contents.Relations.Select((relation, index) => new Mapped<Relation>(relation, new($"{Name} [relations]", index + 1)))],
        [],
        [])
    {
        IsOfGraph = true,
        Rows = new(Contents.Nodes.Count + Contents.Relations.Count, Contents.Nodes.Count + Contents.Relations.Count, 0, 0),
    };
}
