using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Findings.Ways;

/// <summary>The sentence of one way: "Via the community centre, which supports you, to the district, which has contact with the community centre."</summary>
internal static class WayWords
{
    private static readonly Words You = new("u", "you");

    public static Words Of(GraphSnapshot graph, Way way)
    {
        var (said, previous) = (new List<Words>(), You);
        for (var place = 1; place < way.Nodes.Length; place++)
        {
            var node = way.Nodes[place];
            if (graph.Node(node).Kind == NodeKind.Trajectory) continue;
            var (isLast, relation) = (place == way.Nodes.Length - 1, way.Relations[place - 1]);
            var name = NameOf(graph, node) + (isLast ? Role(graph, node) : new("", ""));
            var how = graph.Node(way.Nodes[place - 1]).Kind == NodeKind.Trajectory
                ? Sharing(graph.Node(way.Nodes[place - 1]).Name, previous, Who(graph, node))
                : How(graph, relation, node, previous);
            said.Add((isLast ? new Words("naar ", "to ") : new("via ", "via ")) + name + ", " + how);
            previous = NameOf(graph, node);
        }

        var all = new Words(string.Join(", ", said.Select(part => part.Nl)), string.Join(", ", said.Select(part => part.En)));
        return new($"{char.ToUpperInvariant(all.Nl[0])}{all.Nl[1..]}.", $"{char.ToUpperInvariant(all.En[0])}{all.En[1..]}.");
    }

    /// <summary>Whom to ask: an organisation or initiative by name, a person only by role.</summary>
    public static Words NameOf(GraphSnapshot graph, int node)
    {
        var found = graph.Node(node);
        if (found.Kind != NodeKind.Professional) return found.Name;
        return found.Attributes.Text("role") is { } role ? new($"de {role}", $"the {role}") : new("een professional", "a professional");
    }

    private static Words Role(GraphSnapshot graph, int decider) =>
        Introductions.Pays(graph, decider) ? new(" (geeft geld)", " (gives money)") : new(" (beslist)", " (decides)");

    private static Words Sharing(string trajectory, Words previous, Words who) =>
        new($"die met {previous.Nl} meedoet aan {trajectory}", $"{who.En} takes part in {trajectory} with {previous.En}");

    private static Words How(GraphSnapshot graph, int relation, int node, Words previous)
    {
        var who = Who(graph, node);
        return (graph.Relation(relation).Kind, IsActive: graph.From(relation) == node) switch
        {
            (RelationKind.Supports, true) => new($"die {previous.Nl} steunt", $"{who.En} supports {previous.En}"),
            (RelationKind.Supports, false) => new($"die steun krijgt van {previous.Nl}", $"{who.En} is supported by {previous.En}"),
            (RelationKind.Funds, true) => new($"die {previous.Nl} geld geeft", $"{who.En} gives {previous.En} money"),
            (RelationKind.Funds, false) => new($"die geld krijgt van {previous.Nl}", $"{who.En} is given money by {previous.En}"),
            (RelationKind.WorksFor, true) => new($"die werkt bij {previous.Nl}", $"{who.En} works for {previous.En}"),
            (RelationKind.WorksFor, false) => new($"waar {previous.Nl} werkt", $"where {previous.En} works"),
            _ => new($"die contact heeft met {previous.Nl}", $"{who.En} has contact with {previous.En}"),
        };
    }

    private static Words Who(GraphSnapshot graph, int node) => graph.Node(node).Kind == NodeKind.Professional ? new("die", "who") : new("die", "which");
}
