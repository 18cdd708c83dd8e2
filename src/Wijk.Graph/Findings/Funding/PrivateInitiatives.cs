using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Funding;

/// <summary>Initiatives that stand for private persons: they are counted and never listed, and not counted when they are few.</summary>
internal sealed class PrivateInitiatives
{
    /// <summary>The fewest that are counted: below it a count may point at a person.</summary>
    public const int FewestCounted = 5;

    private readonly GraphView view;
    private readonly Dictionary<string, int> namesakes;

    private PrivateInitiatives(GraphView view)
    {
        this.view = view;
        namesakes = view.Graph.NumbersOf(NodeKind.Initiative).CountBy(initiative => view.Graph.Node(initiative).Name).ToDictionary();
    }

    public static PrivateInitiatives Of(GraphView view) => view.Index(static view => new PrivateInitiatives(view));

    /// <summary>Whether a node is one: an initiative whose title may name people, or that has no public name of its own.</summary>
    public bool Contains(int node)
    {
        var record = view.Graph.Node(node);
        return record.Kind == NodeKind.Initiative && (record.Attributes.Text("title") is not null || namesakes[record.Name] > 1);
    }

    /// <summary>How many of some initiatives there are; null when some of them, and fewer than <see cref="FewestCounted"/>, are private persons'.</summary>
    public int? Count(IReadOnlyCollection<int> initiatives) => initiatives.Count(Contains) is > 0 and < FewestCounted ? null : initiatives.Count;
}
