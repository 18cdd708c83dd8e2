using GraphQL;
using GraphQL.Validation.Complexity;
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
    private readonly Dictionary<object, double> analysed = [];
    private int countedCost;

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

    /// <summary>What the operation is expected to cost; null when it was refused before that was known.</summary>
    public double? Cost { get; set; }

    /// <summary>What it has cost so far: one for each field of each item.</summary>
    public int CountedCost => Volatile.Read(ref countedCost);

    /// <summary>What its analyses cost, each of them once, also when another operation had asked for it before.</summary>
    public double AnalysisCost
    {
        get
        {
            lock (analysed) return analysed.Values.Sum();
        }
    }

    /// <summary>Counts one field of one item.</summary>
    /// <returns>How many there are with it.</returns>
    public int CountField() => Interlocked.Increment(ref countedCost);

    /// <summary>The answer to a question; in its turn when it must still be computed.</summary>
    /// <exception cref="UnknownAreaException">The question names an area that is not there.</exception>
    /// <exception cref="ExplainedError">It would cost too much.</exception>
    public async ValueTask<TAnswer> AskAsync<TAnswer>(Question<TAnswer> question, CancellationToken cancellationToken)
        where TAnswer : Answer
    {
        var (view, today) = (View, Today);
        Charge(question, question.CostPerRecord, view);
        return question.IsAnswered(view, today)
            ? question.Ask(view, today, cancellationToken)
            : await Analyses.RunAsync((view, question, today), stop => question.Ask(view, today, stop), cancellationToken);
    }

    /// <summary>A figure of an answer that is only computed when somebody asks for it; in its turn when it must still be computed.</summary>
    /// <exception cref="ExplainedError">It would cost too much.</exception>
    public async ValueTask<T> FigureAsync<T>(Answer answer, string name, Func<CancellationToken, T> compute, CancellationToken cancellationToken)
    {
        Charge((answer.Question, name), answer.Question.CostPerRecordOf(name), answer.View);
        return answer.HasFigure(name) ? compute(cancellationToken) : await Analyses.RunAsync((answer, name), compute, cancellationToken);
    }

    private void Charge(object analysis, double costPerRecord, GraphView view)
    {
        lock (analysed)
        {
            analysed[analysis] = costPerRecord * ((long)view.Graph.NodeCount + view.Graph.RelationCount);
            if (AnalysisCost > Limits.AnalysisCost) throw QueryCost.TooMuchAnalysis(AnalysisCost, Limits);
        }
    }

    /// <summary>Moves to the newest snapshot, for what is asked after a change.</summary>
    public void Renew() => (View, Fault) = (GraphView.Of(host.Current), host.Fault);

    /// <summary>What the operation a field belongs to sees, limited to the day of the field's <c>asOf</c> argument if it has one.</summary>
    public static GraphView ViewOf(IResolveFieldContext context) => Of(context).View.On(context.GetArgument<DateOnly?>("asOf"));

    /// <summary>The same for a field whose cost is counted.</summary>
    public static GraphView ViewOf(FieldImpactContext field) => Of(field).View.On(field.GetArgument<DateOnly?>("asOf"));

    /// <summary>The operation that a field is counted for.</summary>
    public static Operation Of(FieldImpactContext field) => (Operation)field.ValidationContext.UserContext;

    /// <summary>The operation a field belongs to.</summary>
    public static Operation Of(IResolveFieldContext context) => (Operation)context.UserContext;
}
