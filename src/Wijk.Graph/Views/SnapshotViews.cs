using System.Runtime.CompilerServices;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>The views of one snapshot: made when they are first asked for, at most so many, and gone with the snapshot.</summary>
internal sealed class SnapshotViews
{
    private const int MostViews = 32;
    private const long MostBytes = 256 << 20;

    // References and numbers in the lists of a snapshot; records are shared with the snapshot it is made of.
    private const int BytesPerNode = 16, BytesPerRelation = 32;

    private static readonly ConditionalWeakTable<GraphSnapshot, SnapshotViews> Known = [];

    private readonly RecentlyUsed<ViewKey> views;

    private SnapshotViews(GraphSnapshot snapshot)
    {
        views = new(MostViews, MostBytes, view => BytesOf((GraphView)view));
        Whole = new(this, new(null, Reader.SeesAll, null), snapshot, new(snapshot, []));
    }

    /// <summary>Everything, at all times, for a reader from whom nothing is hidden.</summary>
    public GraphView Whole { get; }

    /// <summary>The views of a snapshot.</summary>
    public static SnapshotViews Of(GraphSnapshot snapshot) => Known.GetValue(snapshot, static snapshot => new(snapshot));

    /// <summary>The view with a key; the same object until others push it out.</summary>
    public GraphView View(ViewKey key) => key == Whole.Key ? Whole : views.Of(key, () => Make(key));

    /// <summary>The view with a key; null when it is still to be made.</summary>
    public GraphView? Find(ViewKey key) => key == Whole.Key ? Whole : views.Find<GraphView>(key);

    // Reader first, then scenario, then day: a scenario changes what this reader sees, and the day is that of the changed graph.
    private GraphView Make(ViewKey key)
    {
        if (key.Day is { } day)
        {
            var history = View(key with { Day = null }).History;
            return new(this, key, history, GraphOnDay.On(history, day));
        }

        if (key.Scenario is { } scenario)
        {
            var actual = View(key with { Scenario = null }).History;
            return Undated(actual.With(actual.Version, scenario.Changes));
        }

        return Undated(key.Reader.Sees is { } sees ? SeenGraph.Of(Whole.History, sees) : Whole.History);

        GraphView Undated(GraphSnapshot history) => new(this, key, history, new(history, []));
    }

    private long BytesOf(GraphView view) =>
        BytesOf(view.Graph) + (view.Graph == view.History || view.History == Whole.History ? 0 : BytesOf(view.History));

    private long BytesOf(GraphSnapshot graph) =>
        graph == Whole.History ? 0 : ((long)BytesPerNode * graph.NodeCount) + ((long)BytesPerRelation * graph.RelationCount);
}
