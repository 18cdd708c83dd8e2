using GraphQL;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Execution;

/// <summary>What one GraphQL operation sees: one snapshot, pinned when it starts, for every field of it.</summary>
/// <param name="host">Holds the newest snapshot.</param>
/// <param name="today">The day that is today where Wijk runs.</param>
internal sealed class Operation(SnapshotHost host, DateOnly today) : Dictionary<string, object?>
{
    /// <summary>What the asker sees, of all days; a mutation moves it to the snapshot in which its changes can be seen.</summary>
    public GraphView View { get; private set; } = GraphView.Of(host.Current);

    /// <summary>The day that is today where Wijk runs.</summary>
    public DateOnly Today { get; } = today;

    /// <summary>The cost of the operation; null when it was refused before that was known.</summary>
    public double? Cost { get; set; }

    /// <summary>Moves to the newest snapshot, for what is asked after a change.</summary>
    public void Renew() => View = GraphView.Of(host.Current);

    /// <summary>What the operation a field belongs to sees, limited to the day of the field's <c>asOf</c> argument if it has one.</summary>
    public static GraphView ViewOf(IResolveFieldContext context) => Of(context).View.On(context.GetArgument<DateOnly?>("asOf"));

    /// <summary>The operation a field belongs to.</summary>
    public static Operation Of(IResolveFieldContext context) => (Operation)context.UserContext;
}
