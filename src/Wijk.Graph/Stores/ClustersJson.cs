using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Kept clusters as the text that stands in a store: <c>[{"id","isBlock","members":[...]}]</c>.</summary>
internal static class ClustersJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    /// <summary>The text.</summary>
    public static string Write(KeptClusters clusters) => JsonSerializer.Serialize(clusters.Clusters, Options);

    /// <summary>What a text says; null when it is not such a text: then those clusters begin anew, which harms nobody.</summary>
    public static KeptClusters? Read(long version, string day, string text)
    {
        try
        {
            return DateOnly.TryParseExact(day, "O", out var looked) && JsonSerializer.Deserialize<ImmutableArray<KeptCluster>>(text, Options) is { IsDefault: false } clusters
                && clusters.All(cluster => cluster is { Id: not null, Members.IsDefault: false })
                    ? new(version, looked, clusters)
                    : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
