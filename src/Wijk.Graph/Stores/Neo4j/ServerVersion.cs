using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>The version and edition of a Neo4j server.</summary>
/// <param name="Version">As the server says it, e.g. 5.26.31.</param>
/// <param name="Edition">community or enterprise.</param>
internal sealed record ServerVersion(string Version, string Edition)
{
    /// <summary>The oldest that has the Query API and the Cypher that Wijk uses.</summary>
    public static readonly System.Version Oldest = new(5, 26);

    /// <summary>Whether it is recent enough.</summary>
    public bool IsKnown => System.Version.TryParse(Version.Split('-', '+')[0], out var version) && version >= Oldest;

    /// <summary>Asks the server.</summary>
    public static async Task<ServerVersion> ReadAsync(QueryApiClient client, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Server, null, cancellationToken).ConfigureAwait(false);
        return new(answer.Text(0, "version")!, answer.Text(0, "edition")!);
    }

    /// <summary>Refuses a server that is too old.</summary>
    /// <exception cref="StoreUnavailableException">It is.</exception>
    public static async Task CheckAsync(QueryApiClient client, string place, CancellationToken cancellationToken)
    {
        var server = await ReadAsync(client, cancellationToken).ConfigureAwait(false);
        if (server.IsKnown) return;
        throw new StoreUnavailableException(new(
            $"{place} is Neo4j {server.Version}; Wijk heeft {Oldest} of nieuwer nodig: werk de server bij.",
            $"{place} is Neo4j {server.Version}; Wijk needs {Oldest} or later: upgrade the server."));
    }
}
