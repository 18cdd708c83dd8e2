using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Changes;

/// <summary>Finds which requests were committed, by this process or another: the store's log knows their ids.</summary>
internal static class CommittedRequests
{
    private const string Prefix = "request";

    /// <summary>The id of the change set that a request becomes: its two hashes.</summary>
    public static string IdOf(ApplyRequest request) => $"{Prefix}:{request.KeyHash}:{request.ContentHash}";

    /// <summary>What was committed under the idempotency key of a request; null when nothing was.</summary>
    public static async Task<CommittedRequest?> FindAsync(IGraphStore store, ApplyRequest request, CancellationToken cancellationToken)
    {
        var found = await store.FindChangeSetAsync($"{Prefix}:{request.KeyHash}:", cancellationToken);
        return found is null ? null : new(found.Id.Split(':')[^1], found.Version.Number, found.Changes);
    }
}

/// <summary>A request that was committed.</summary>
/// <param name="ContentHash">What it said, as <see cref="ApplyRequest.ContentHash"/>.</param>
/// <param name="Version">The version it made.</param>
/// <param name="Changes">What it changed.</param>
internal sealed record CommittedRequest(string ContentHash, long Version, IReadOnlyList<Change> Changes);
