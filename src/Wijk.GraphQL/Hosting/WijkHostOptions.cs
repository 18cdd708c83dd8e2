using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Hosting;

/// <summary>What a server needs.</summary>
public sealed record WijkHostOptions
{
    /// <summary>Where the graph is kept. The server does not close it.</summary>
    public required IGraphStore Store { get; init; }

    /// <summary>The snapshots of that store; the first must have been read. The server does not close it.</summary>
    public required SnapshotHost Snapshots { get; init; }

    /// <summary>Command-line arguments for the host, such as <c>--urls</c>.</summary>
    public IReadOnlyList<string> Args { get; init; } = [];

    /// <summary>The environment; null to take the one in ASPNETCORE_ENVIRONMENT. Only "Development" has the query editor.</summary>
    public string? EnvironmentName { get; init; }

    /// <summary>The clock that dates changes.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
