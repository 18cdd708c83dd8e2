using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>The built-in sample: a fictional neighbourhood, which never mixes with real data.</summary>
public static class SampleNeighbourhood
{
    /// <summary>The namespace of its keys, and the source of its records.</summary>
    public const string Namespace = "voorbeeldwijk";

    /// <summary>Whether the graph is the sample as it was seeded, and nothing else.</summary>
    public static bool IsUntouched(GraphContents graph) =>
        graph.Version.Number == 1 && graph.Nodes.Count > 0 && Records(graph).All(IsFiction);

    /// <summary>Whether the sample in the graph must be removed to make room for the records.</summary>
    /// <exception cref="FictionAndFactException">Fiction and fact would mix.</exception>
    internal static bool MakesPlaceFor(MappedRecords mapped, GraphContents graph)
    {
        if (graph.Nodes.Count == 0) return false;

        // What people add to the sample is fiction too: one record of the sample makes everything in the graph fiction.
        var fictionComes = mapped.Namespace == Namespace
            || mapped.Nodes.Any(node => IsFiction(node.Record)) || mapped.Relations.Any(relation => IsFiction(relation.Record));
        var fictionIsThere = Records(graph).Any(IsFiction);
        if (fictionComes == fictionIsThere) return false;
        if (fictionComes)
        {
            throw new FictionAndFactException(new(
                $"Hier staan echte gegevens (versie {graph.Version.Number}) en het voorbeeld '{Namespace}' is verzonnen; "
                    + "die twee worden nooit gemengd: kies een andere map of database.",
                $"The graph (version {graph.Version.Number}) holds real data and the sample '{Namespace}' is fiction; "
                    + "the two never mix: choose another folder or database."));
        }

        if (IsUntouched(graph)) return true;
        throw new FictionAndFactException(new(
            $"Hier staat het voorbeeld '{Namespace}' met wat eraan is toegevoegd (versie {graph.Version.Number}), "
                + $"en '{mapped.Namespace}' is echt; die twee worden nooit gemengd: kies een andere map of database.",
            $"The graph (version {graph.Version.Number}) holds the sample '{Namespace}' and what was added to it, "
                + $"and '{mapped.Namespace}' is real data; the two never mix: choose another folder or database."));
    }

    private static IEnumerable<GraphRecord> Records(GraphContents graph) => graph.Nodes.Concat<GraphRecord>(graph.Relations);

    private static bool IsFiction(GraphRecord record) => record.Origin == Namespace;
}
