using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Subgraphs;

/// <summary>Says what a part of the graph shows.</summary>
public static class SubgraphWords
{
    private static readonly (Words One, Words Many) Nodes = (new("knoop", "node"), new("knopen", "nodes"));

    private static readonly (Words One, Words Many) Links = (new("verband", "link"), new("verbanden", "links"));

    /// <summary>The sentence for a part of the graph.</summary>
    public static Words Of(Subgraph part)
    {
        var (nodes, links) = (Counted(part.Nodes.Count, Nodes), Counted(part.Relations.Count, Links));
        var shown = new Words($"{nodes.Nl} en {links.Nl}.", $"{nodes.En} and {links.En}.");
        if (part.LeftOutCount == 0) return shown;
        var leftOut = Counted(part.LeftOutCount, Nodes);
        return new(
            $"{shown.Nl} Er was geen plaats voor nog {leftOut.Nl}: vraag minder soorten, een kleinere diepte of meer knopen (maxNodes).",
            $"{shown.En} There was no room for {leftOut.En} more: ask for fewer kinds, a smaller depth or more nodes (maxNodes).");
    }

    private static Words Counted(int count, (Words One, Words Many) noun)
    {
        var words = count == 1 ? noun.One : noun.Many;
        return new($"{count} {words.Nl}", $"{count} {words.En}");
    }
}
