using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>The nodes <c>WijkClusters</c>: what was found at the versions in which it changed.</summary>
internal sealed class ClusterShelf(QueryApiClient client)
{
    /// <summary>Those of after a version, oldest first; what cannot be read is left out.</summary>
    public async Task<ImmutableArray<KeptClusters>> ReadAsync(long afterVersion, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Clusters, new { after = afterVersion }, cancellationToken).ConfigureAwait(false);
        var kept = ImmutableArray.CreateBuilder<KeptClusters>(answer.RowCount);
        for (var row = 0; row < answer.RowCount; row++)
        {
            if (ClustersJson.Read(answer.Int64(row, "version"), answer.Text(row, "day") ?? "", answer.Text(row, "clusters") ?? "") is { } clusters) kept.Add(clusters);
        }

        return kept.ToImmutable();
    }

    /// <summary>Keeps those of a version, unless that version has some, and lets go of the oldest.</summary>
    public async Task KeepAsync(KeptClusters clusters, CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(
            Statements.KeepClusters,
            new { version = clusters.Version, day = clusters.Day.ToString("O", null), clusters = ClustersJson.Write(clusters), most = KeptClusters.MostKept },
            cancellationToken).ConfigureAwait(false);
    }
}
