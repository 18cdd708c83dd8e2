using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>The contract of every store, against a real server.</summary>
[Collection(Neo4jServer.Collection)]
public sealed class Neo4jStoreTests : StoreContractTests
{
    private string? openPlace;

    protected override int LawIterations => 8;

    protected override async Task<IGraphStore> OpenAsync(string place)
    {
        var server = await Neo4jServer.SharedAsync();
        if (place != openPlace) await server.EmptyAsync();
        openPlace = place;
        return await Neo4jStore.OpenAsync(server.Settings(), TimeProvider.System, CancellationToken.None);
    }
}
