using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>The classes that share a server with the other test projects.</summary>
[CollectionDefinition(Neo4jServer.Collection)]
public sealed class SharedNeo4j : ICollectionFixture<Neo4jTurn>;
