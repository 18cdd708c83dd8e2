using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>A part of the graph: some areas with all their parts, and what touches them. <see cref="GraphSliceRule"/> says what that is.</summary>
/// <param name="Areas">The codes or keys of the areas, at least one.</param>
public sealed record GraphSlice(ImmutableArray<string> Areas)
{
    /// <summary>The same slice with its areas named by key, each once, in key order.</summary>
    /// <param name="nodes">Nodes among which the areas are.</param>
    /// <exception cref="UnknownSliceAreaException">An area is not among them, or several have the code.</exception>
    public GraphSlice ByKey(IEnumerable<Node> nodes)
    {
        var areas = nodes.Where(node => node.Kind == NodeKind.Area).ToArray();
        return new([.. Areas.Select(area => KeyOf(Keys.Fold(area), areas)).Distinct().Order(StringComparer.Ordinal)]);
    }

    /// <summary>What the slice holds of everything.</summary>
    /// <exception cref="UnknownSliceAreaException">An area is not there, or several have the code.</exception>
    public GraphContents Of(GraphContents all)
    {
        var reach = GraphSliceReach.Of(this, all.Nodes, all.Relations);
        return new(
            all.Version,
            [.. all.Nodes.Where(node => reach.Holds(node.Key))],
            [.. all.Relations.Where(relation => reach.Holds(relation.From) && reach.Holds(relation.To))])
        {
            Warnings = all.Warnings,
        };
    }

    private static string KeyOf(string area, Node[] areas)
    {
        if (areas.Any(node => node.Key == area)) return area;
        string[] found = [.. areas.Where(node => node.Attributes.Text("code") == area).Select(node => node.Key)];
        return found.Length == 1 ? found[0] : throw new UnknownSliceAreaException(area, found);
    }
}

/// <summary>No area, or more than one, is meant by what a slice names.</summary>
/// <param name="area">What it names.</param>
/// <param name="candidates">The keys of the areas it could mean; empty when there is none.</param>
public sealed class UnknownSliceAreaException(string area, IReadOnlyList<string> candidates) : StoreException(
    candidates.Count == 0
        ? new(
            $"Geen gebied heeft de code of sleutel '{area}'; start zonder --area en vraag de codes op met {Query}.",
            $"No area has the code or key '{area}'; start without --area and ask for the codes with {Query}.")
        : new(
            $"Meer gebieden hebben de code '{area}'; geef één van deze sleutels: {string.Join(", ", candidates)}.",
            $"Several areas have the code '{area}'; give one of these keys: {string.Join(", ", candidates)}."))
{
    private const string Query = "{ areas { edges { node { code name } } } }";

    /// <summary>The keys of the areas it could mean.</summary>
    public IReadOnlyList<string> Candidates { get; } = candidates;
}
