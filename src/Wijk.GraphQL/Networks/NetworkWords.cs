using Wijk.Graph.Model;

namespace Wijk.GraphQL.Networks;

/// <summary>Says what a part of the graph shows.</summary>
internal static class NetworkWords
{
    /// <summary>The sentence for a part of the graph.</summary>
    public static Words Of(Subgraph part)
    {
        var (nodes, links, leftOut) = (part.Nodes.Count, part.Relations.Count, part.LeftOutCount);
        var shown = new Words($"{nodes} knopen en {links} verbanden.", $"{nodes} nodes and {links} links.");
        return leftOut == 0
            ? shown
            : new(
                $"{shown.Nl} Er pasten {leftOut} knopen niet bij: vraag minder soorten, een kleinere diepte of meer knopen (maxNodes).",
                $"{shown.En} {leftOut} nodes did not fit: ask for fewer kinds, a smaller depth or more nodes (maxNodes).");
    }
}
