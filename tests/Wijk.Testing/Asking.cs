using Wijk.Graph.Findings;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Testing;

/// <summary>Asks questions of a snapshot as somebody who sees all, on a fixed day.</summary>
public static class Asking
{
    /// <summary>The day that is today in tests.</summary>
    public static DateOnly Today { get; } = new(2026, 6, 1);

    /// <summary>The answer to a question.</summary>
    public static TAnswer Ask<TAnswer>(this GraphSnapshot snapshot, Question<TAnswer> question, CancellationToken cancellationToken = default)
        where TAnswer : Answer =>
        question.Ask(GraphView.Of(snapshot), Today, cancellationToken);

    /// <summary>What holds on a day.</summary>
    public static GraphSnapshot AsOf(this GraphSnapshot snapshot, DateOnly day) => GraphView.Of(snapshot).On(day).Graph;
}
