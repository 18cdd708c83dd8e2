using GraphQL;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Execution;

/// <summary>What one GraphQL operation sees: one snapshot, pinned when it starts, for every field of it.</summary>
internal sealed class Operation : Dictionary<string, object?>
{
    /// <summary>Pins the newest snapshot.</summary>
    /// <param name="host">Holds the newest snapshot.</param>
    /// <param name="today">The day that is today where Wijk runs.</param>
    public Operation(SnapshotHost host, DateOnly today)
    {
        (View, Today) = (GraphView.Of(host.Current), today);
        Version = View.Version;
    }

    /// <summary>The version every answer of this operation is of; a mutation raises it to the version that it made.</summary>
    public long Version { get; set; }

    /// <summary>What the asker sees, of all days.</summary>
    public GraphView View { get; }

    /// <summary>The day that is today where Wijk runs.</summary>
    public DateOnly Today { get; }

    /// <summary>The cost of the operation; null when it was refused before that was known.</summary>
    public double? Cost { get; set; }

    /// <summary>What the operation a field belongs to sees, limited to the day of the field's <c>asOf</c> argument if it has one.</summary>
    public static GraphView ViewOf(IResolveFieldContext context) => Of(context).View.On(context.GetArgument<DateOnly?>("asOf"));

    /// <summary>The operation a field belongs to.</summary>
    public static Operation Of(IResolveFieldContext context) => (Operation)context.UserContext;
}
