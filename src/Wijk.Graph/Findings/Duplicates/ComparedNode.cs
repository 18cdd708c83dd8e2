using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Duplicates;

/// <summary>What of a node is compared with others.</summary>
internal sealed class ComparedNode
{
    // A shorter one, such as a number, is soon that of another too.
    private const int ShortestAlias = 4;

    /// <summary>Reads a node.</summary>
    public ComparedNode(GraphSnapshot graph, int number)
    {
        (Number, Node) = (number, graph.Node(number));

        // A postal code with four digits more is part of that of five, and not the same.
        Core = NearNames.HasName(Node) ? NearNames.Core(Node.Name) : "";
        Aliases = [.. (Node.Attributes["aliases"] as IEnumerable<string> ?? []).Select(NearNames.Core).Where(alias => alias.Length >= ShortestAlias && alias != Core).Distinct()];
        Code = Node.Attributes.Text("code") is { } code && NearNames.Core(code) is { Length: > 0 } folded ? folded : null;
        Website = WebAddress.OfNode(Node);
        Seats = Sorted(graph.Outgoing(RelationKind.SeatedIn).Neighbors(number));
        Runners = Sorted(graph.Incoming(RelationKind.Runs).Neighbors(number));
        Wholes = Sorted(graph.Outgoing(RelationKind.PartOf).Neighbors(number));
    }

    /// <summary>Its number in the graph.</summary>
    public int Number { get; }

    /// <summary>The node.</summary>
    public Node Node { get; }

    /// <summary>Its name without what is written in different ways; empty when nothing is left.</summary>
    public string Core { get; }

    /// <summary>Its other ids, in the same way.</summary>
    public ImmutableArray<string> Aliases { get; }

    /// <summary>Its code, in the same way; null when it has none.</summary>
    public string? Code { get; }

    /// <summary>Its web address; null when it has none.</summary>
    public string? Website { get; }

    /// <summary>Where it has its office, ascending.</summary>
    public ImmutableArray<int> Seats { get; }

    /// <summary>Who runs it, ascending.</summary>
    public ImmutableArray<int> Runners { get; }

    /// <summary>What it is part of, ascending.</summary>
    public ImmutableArray<int> Wholes { get; }

    private static ImmutableArray<int> Sorted(ReadOnlySpan<int> nodes) => nodes.IsEmpty ? [] : [.. nodes.ToArray().Distinct().Order()];
}
