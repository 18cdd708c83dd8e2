using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>The contract of every store, against a real server.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jStoreTests : StoreContractTests, IAsyncLifetime
{
    private Neo4jServer server = null!;
    private string? openPlace;

    // Before the test: a law that is skipped at its first example would be told as broken.
    public async ValueTask InitializeAsync() => server = await Neo4jServer.SharedAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    protected override int LawIterations => 8;

    protected override async Task<IGraphStore> OpenAsync(string place)
    {
        if (place != openPlace) await server.EmptyAsync();
        openPlace = place;
        return await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, CancellationToken.None);
    }
}
