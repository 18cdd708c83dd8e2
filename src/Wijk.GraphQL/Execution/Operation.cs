using GraphQL;
using Wijk.Graph.Findings;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Execution;

/// <summary>What one GraphQL operation sees: one snapshot, pinned when it starts, for every field of it.</summary>
/// <param name="host">Holds the newest snapshot.</param>
/// <param name="today">The day that is today where Wijk runs.</param>
/// <param name="limits">What it may not exceed.</param>
/// <param name="analyses">Computes what takes long.</param>
internal sealed class Operation(SnapshotHost host, DateOnly today, Limits limits, AnalysisQueue analyses) : Dictionary<string, object?>
{
    /// <summary>What the asker sees, of all days; a mutation moves it to the snapshot in which its changes can be seen.</summary>
    public GraphView View { get; private set; } = GraphView.Of(host.Current);

    /// <summary>The day that is today where Wijk runs.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>What the operation may not exceed.</summary>
    public Limits Limits { get; } = limits;

    /// <summary>Why <see cref="View"/> may be out of date; null when it is not.</summary>
    public SnapshotFault? Fault { get; private set; } = host.Fault;

    /// <summary>Computes what takes long, in its turn.</summary>
    public AnalysisQueue Analyses { get; } = analyses;

    /// <summary>The cost of the operation; null when it was refused before that was known.</summary>
    public double? Cost { get; set; }

    /// <summary>The answer to a question; in its turn when it must still be computed.</summary>
    /// <exception cref="UnknownAreaException">The question names an area that is not there.</exception>
    public async ValueTask<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken cancellationToken)
        where TAnswer : Answer
    {
        var (view, today) = (View, Today);
        return question.IsAnswered(view, today)
            ? question.Ask(view, today, cancellationToken)
            : await Analyses.RunAsync((view, question, today), stop => question.Ask(view, today, stop), cancellationToken);
    }

    /// <summary>A figure of an answer that is only computed when somebody asks for it; in its turn when it must still be computed.</summary>
    public async ValueTask<T> FigureAsync<T>(Answer answer, string name, Func<CancellationToken, T> compute, CancellationToken cancellationToken) =>
        answer.HasFigure(name) ? compute(cancellationToken) : await Analyses.RunAsync((answer, name), compute, cancellationToken);

    /// <summary>Moves to the newest snapshot, for what is asked after a change.</summary>
    public void Renew() => (View, Fault) = (GraphView.Of(host.Current), host.Fault);

    /// <summary>What the operation a field belongs to sees, limited to the day of the field's <c>asOf</c> argument if it has one.</summary>
    public static GraphView ViewOf(IResolveFieldContext context) => Of(context).View.On(context.GetArgument<DateOnly?>("asOf"));

    /// <summary>The operation a field belongs to.</summary>
    public static Operation Of(IResolveFieldContext context) => (Operation)context.UserContext;
}
