using Wijk.Graph.Model;

namespace Wijk.Graph.Views;

/// <summary>Something beside the view in which it was found, so that whatever hangs on it is read from the same view.</summary>
/// <typeparam name="T">What was found.</typeparam>
/// <param name="View">The view.</param>
/// <param name="Item">What was found.</param>
public record InView<T>(GraphView View, T Item);

/// <summary>A node beside its view.</summary>
/// <param name="View">The view.</param>
/// <param name="Number">The node's number in <see cref="GraphView.Graph"/>.</param>
public sealed record NodeInView(GraphView View, int Number)
{
    /// <summary>The node.</summary>
    public Node Node => View.Graph.Node(Number);

    /// <summary>The node with a key; null when the view has none.</summary>
    public static NodeInView? Find(GraphView view, string key) => view.Graph.Find(key) is { } number ? new(view, number) : null;
}

/// <summary>A relation beside its view.</summary>
/// <param name="View">The view.</param>
/// <param name="Number">The relation's number in <see cref="GraphView.Graph"/>.</param>
public sealed record RelationInView(GraphView View, int Number)
{
    /// <summary>The relation.</summary>
    public Relation Relation => View.Graph.Relation(Number);

    /// <summary>The node it starts at.</summary>
    public NodeInView From => new(View, View.Graph.From(Number));

    /// <summary>The node it leads to.</summary>
    public NodeInView To => new(View, View.Graph.To(Number));

    /// <summary>The relation with a key; null when the view has none.</summary>
    public static RelationInView? Find(GraphView view, string key) => view.Graph.FindRelation(key) is { } number ? new(view, number) : null;
}
