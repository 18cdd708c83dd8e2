using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Activities;

/// <summary>Which agency an agency is part of, at the highest: the municipality of a department.</summary>
internal sealed class AgencyWholes
{
    private static readonly AgencyWholes None = new([]);

    private readonly Dictionary<int, int> wholes;

    private AgencyWholes(Dictionary<int, int> wholes) => this.wholes = wholes;

    /// <summary>The agency that a node is part of; itself where it is part of none, or is no agency.</summary>
    public int Of(int node) => wholes.GetValueOrDefault(node, node);

    /// <summary>Reads them.</summary>
    /// <param name="view">What is seen.</param>
    /// <param name="isAsked">Whether anything is to be taken for another; if not, everything is itself.</param>
    public static AgencyWholes Of(GraphView view, bool isAsked) => isAsked ? view.Index(static view => Read(view.Graph)) : None;

    // What is part of two stands for neither; what is, in a circle, part of itself is itself.
    private static AgencyWholes Read(GraphSnapshot graph)
    {
        var found = new Dictionary<int, int>();
        foreach (var agency in graph.NumbersOf(NodeKind.Agency))
        {
            var (whole, seen) = (agency, new HashSet<int> { agency });
            while (graph.Outgoing(RelationKind.PartOf).Neighbors(whole) is [var next] && seen.Add(next)) whole = next;
            if (whole != agency && graph.Outgoing(RelationKind.PartOf).Degree(whole) == 0) found.Add(agency, whole);
        }

        return new(found);
    }
}
