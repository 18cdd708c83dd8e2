using System.Collections.Concurrent;
using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>What an asker sees: one snapshot, on one day, for one reader, with or without a scenario.</summary>
/// <remarks>
/// Reader and scenario take away, redact or change records before anything is computed: whoever asks the view cannot tell it from a graph that
/// never had them. The day says what holds; what held before, or will, is still seen in <see cref="History"/>. Immutable, and safe for several
/// threads; views of one snapshot are made once and then shared.
/// </remarks>
public sealed class GraphView
{
    private const int MostAnswers = 200;

    private readonly SnapshotViews siblings;
    private readonly ConcurrentDictionary<Type, Lazy<object>> indices = new();
    private readonly RecentlyUsed<object> answers = new(MostAnswers);

    internal GraphView(SnapshotViews siblings, ViewKey key, GraphSnapshot history, GraphOnDay holding)
    {
        (this.siblings, Key, History) = (siblings, key, history);
        (Graph, EndedAreas) = (holding.Graph, holding.EndedAreas);
    }

    /// <summary>What holds on <see cref="Day"/>; everything when there is no day.</summary>
    public GraphSnapshot Graph { get; }

    /// <summary>The same with what held before and what will hold later.</summary>
    public GraphSnapshot History { get; }

    /// <summary>The day that is looked at; null when nothing is left out by date.</summary>
    public DateOnly? Day => Key.Day;

    /// <summary>Who looks.</summary>
    public Reader Reader => Key.Reader;

    /// <summary>The changes that are supposed to be made; null for the graph as it is.</summary>
    public Scenario? Scenario => Key.Scenario;

    /// <summary>The version of the graph.</summary>
    public long Version => Graph.Version.Number;

    /// <summary>Areas that had ended by <see cref="Day"/> and that something still names, in key order; none when there is no day.</summary>
    public ImmutableArray<EndedArea> EndedAreas { get; }

    /// <summary>What tells this view from the others of the same snapshot.</summary>
    internal ViewKey Key { get; }

    /// <summary>Everything in a snapshot, at all times, for a reader from whom nothing is hidden.</summary>
    public static GraphView Of(GraphSnapshot snapshot) => SnapshotViews.Of(snapshot).Whole;

    /// <summary>The view of the same for another day; null to leave nothing out by date.</summary>
    public GraphView On(DateOnly? day) => siblings.View(Key with { Day = day });

    /// <summary>The view of the same for another day; null when it is still to be made.</summary>
    internal GraphView? FindOn(DateOnly day) => siblings.Find(Key with { Day = day });

    /// <summary>The view of the same for another reader.</summary>
    public GraphView For(Reader reader) => siblings.View(Key with { Reader = reader });

    /// <summary>The view of the same in another scenario; null for the graph as it is.</summary>
    /// <exception cref="MisfitException">The changes do not fit what this reader sees.</exception>
    public GraphView In(Scenario? scenario) => siblings.View(Key with { Scenario = scenario });

    /// <summary>The view of the same with further changes, beside those of <see cref="Scenario"/>; of two with the same key the further one counts.</summary>
    /// <param name="id">What the branch is called.</param>
    /// <param name="changes">The changes; whoever takes a node out takes its relations out too.</param>
    /// <exception cref="MisfitException">The changes do not fit what this reader sees.</exception>
    public GraphView Supposing(string id, IEnumerable<Change> changes) =>
        In(new(id, [.. changes.Concat(Scenario?.Changes ?? []).DistinctBy(change => change.Key)]));

    /// <summary>Something read from the view that many answers share; made once and kept as long as the view.</summary>
    public T Index<T>(Func<GraphView, T> make)
        where T : class =>
        (T)indices.GetOrAdd(typeof(T), _ => new Lazy<object>(() => make(this))).Value;

    /// <summary>Whether an index is there already.</summary>
    internal bool HasIndex<T>() => indices.TryGetValue(typeof(T), out var index) && index.IsValueCreated;

    /// <summary>Whether the answer to a question is there already.</summary>
    internal bool HasAnswer(object question) => answers.Find<object>(question) is not null;

    /// <summary>The answer to a question, which must compare by value; computed when it is first asked, and kept until others push it out.</summary>
    /// <remarks>An answer that failed is forgotten, so that the next asker tries again; so does an asker who waited for one that was cancelled.</remarks>
    public TAnswer Answer<TAnswer>(object question, Func<TAnswer> compute, CancellationToken cancellationToken = default)
        where TAnswer : class =>
        answers.Of(question, compute, cancellationToken);
}
