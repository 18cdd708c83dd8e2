using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>The sentences of a link to make.</summary>
internal static class LinkWords
{
    public static Words ReasonOf(PlannedLink link)
    {
        var graph = link.View.Graph;
        return Words.Join(
            new Words(graph.Node(link.A).Name, graph.Node(link.A).Name) + new Words(" en ", " and ") + graph.Node(link.B).Name
                + (link.WasAsked
                    ? new Words(": gevraagd, en zij hebben geen contact.", ": asked, and they have no contact.")
                    : new Words(": niemand vroeg of zij elkaar kennen.", ": nobody asked whether they know each other.")),
            link.Introducers.IsEmpty
                ? new("We kennen niemand die hen aan elkaar kan voorstellen.", "Nobody is known who can introduce them.")
                : Phrasing.Begin(Phrasing.List([.. link.Introducers.Select(node => NameOf(link, node))], link.Introducers.Length))
                    + Phrasing.ByNumber(link.Introducers.Length, new(" kent beiden en kan hen voorstellen.", " knows both and can introduce them."),
                        new(" kennen beiden en kunnen hen voorstellen.", " know both and can introduce them.")),
            link.Barriers.IsEmpty
                ? null
                : new Words("Beide werken aan: ", "Both work on: ") + string.Join(", ", link.Barriers.Select(barrier => graph.Node(barrier).Name)) + ".");
    }

    // A professional is told by their role.
    private static Words NameOf(PlannedLink link, int node)
    {
        var known = link.View.Graph.Node(node);
        return known.Kind == NodeKind.Professional ? known.Attributes.Text("role") ?? known.Name : known.Name;
    }
}
