using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>One server of their own for the tests that stop and kill it; they take turns.</summary>
[CollectionDefinition(Name)]
public sealed class OwnNeo4j : ICollectionFixture<OwnNeo4j>, IAsyncDisposable
{
    /// <summary>The name of the collection.</summary>
    public const string Name = "Neo4j that is killed";

    private Neo4jServer? server;

    /// <summary>The server, running; whoever asks first starts it, and so does whoever comes after one that killed it.</summary>
    public async Task<Neo4jServer> RunningAsync()
    {
        // Here and not when the fixture is made: only a test can be skipped where there is no server.
        server ??= await Neo4jServer.StartOwnAsync();
        if (!server.IsRunning) await server.StartAgainAsync();
        return server;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (server is not null) await server.DisposeAsync();
    }
}
