using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Snapshots;

namespace Wijk.GraphQL.Execution;

/// <summary>What one GraphQL operation sees: one snapshot, pinned when it starts, for every field of it.</summary>
internal sealed class Operation : Dictionary<string, object?>
{
    private readonly SnapshotHost host;
    private readonly GraphSnapshot pinned;

    /// <summary>Pins the newest snapshot.</summary>
    public Operation(SnapshotHost host)
    {
        (this.host, pinned) = (host, host.Current);
        Version = pinned.Version.Number;
    }

    /// <summary>The version every answer of this operation is of; a mutation raises it to the version that it made.</summary>
    public long Version { get; set; }

    /// <summary>The snapshot that every field is answered from, before a field limits it to a day.</summary>
    public GraphSnapshot Snapshot => pinned;

    /// <summary>The cost of the operation; null when it was refused before that was known.</summary>
    public double? Cost { get; set; }

    /// <summary>The argument that asks for a day.</summary>
    public static QueryArgument AsOfArgument(SharedTypes types) => new(types.Date)
    {
        Name = "asOf",
        Description = "The day to look at, e.g. 2016-07-01: what did not hold on that day is left out. Absent: nothing is filtered by date.",
    };

    /// <summary>The snapshot of the operation a field belongs to, limited to the day of its <c>asOf</c> argument if it has one.</summary>
    public static GraphSnapshot SnapshotOf(IResolveFieldContext context)
    {
        var operation = Of(context);
        return context.GetArgument<DateOnly?>("asOf") is { } day ? operation.host.AsOf(operation.pinned, day) : operation.pinned;
    }

    /// <summary>The operation a field belongs to.</summary>
    public static Operation Of(IResolveFieldContext context) => (Operation)context.UserContext;
}
