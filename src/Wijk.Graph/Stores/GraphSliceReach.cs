using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Which nodes belong to a slice, and at which step of <see cref="GraphSliceRule"/> each was found.</summary>
/// <remarks>
/// What a slice holds is found at the same steps again when one only looks inside the slice, since all that led there is in it as well. So
/// changes can be judged against the slice alone.
/// </remarks>
public sealed class GraphSliceReach
{
    private readonly Dictionary<string, (NodeKind Kind, int Step)> found;

    private GraphSliceReach(Dictionary<string, (NodeKind, int)> found) => this.found = found;

    /// <summary>Follows the steps.</summary>
    /// <param name="slice">The slice.</param>
    /// <param name="nodes">All nodes, or those of the slice.</param>
    /// <param name="relations">All relations between them.</param>
    /// <exception cref="UnknownSliceAreaException">An area is not there, or several have the code.</exception>
    public static GraphSliceReach Of(GraphSlice slice, IReadOnlyList<Node> nodes, IReadOnlyList<Relation> relations)
    {
        var search = new GraphSliceSearch(nodes, relations);
        search.Start(slice.ByKey(nodes).Areas);
        for (var step = 0; step < GraphSliceRule.Steps.Length; step++) search.Take(step);
        return new(search.Found());
    }

    /// <summary>Whether the slice holds the node with a key.</summary>
    public bool Holds(string key) => found.ContainsKey(key);

    /// <summary>Which of these changes happen inside the slice.</summary>
    /// <returns>The changes of records that it holds or gets; null when the slice may become wider or narrower, so that it must be read anew.</returns>
    /// <param name="changes">Changes with different keys, since the contents that this was made of.</param>
    public IReadOnlyList<Change>? Inside(IEnumerable<Change> changes)
    {
        var inside = new List<Change>();
        foreach (var change in changes)
        {
            if (Keys.NodeKindOf(change.Key) is { } kind)
            {
                // What an area is called may be what names the slice, and a node that goes was perhaps what held others in it.
                if (kind == NodeKind.Area || (change.Record is null && Holds(change.Key))) return null;
                if (Holds(change.Key)) inside.Add(change);
            }
            else if (RelationKey.Of(change.Key) is var (relation, from, to))
            {
                if (MayMove(relation, from, to, change.Record is null)) return null;
                if (Holds(from) && Holds(to)) inside.Add(change);
            }
        }

        return inside;
    }

    private bool MayMove(RelationKind relation, string from, string to, bool isRemoved) =>
        Leads(relation, isForward: true, from, to, isRemoved) || Leads(relation, isForward: false, to, from, isRemoved);

    // A relation that comes matters when it leads to something earlier than others did; one that goes when it may be what led there.
    private bool Leads(RelationKind relation, bool isForward, string start, string end, bool isRemoved)
    {
        if (!found.TryGetValue(start, out var known)) return false;
        var (kind, step) = found.TryGetValue(end, out var other) ? other : (Keys.NodeKindOf(end), int.MaxValue);
        for (var next = 0; next < GraphSliceRule.Steps.Length; next++)
        {
            var (steps, paths) = (GraphSliceRule.Steps[next], GraphSliceRule.Steps[next].Paths);
            if (known.Step > next || (known.Step == next && !steps.GoesOn)) continue;
            var isWay = isRemoved ? step == next : step > next;
            if (isWay && paths.Any(path => path.Relation == relation && path.IsForward == isForward && path.From.Contains(known.Kind) && kind is { } at && path.To.Contains(at)))
                return true;
        }

        return false;
    }
}
