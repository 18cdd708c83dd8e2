using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Changes;

/// <summary>
/// Remembers which requests were committed, by reading the log of the store: every process that writes to the store is seen.
/// </summary>
internal sealed class CommittedRequests(IGraphStore store) : IDisposable
{
    private const string Prefix = "request";

    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Dictionary<string, CommittedRequest> known = new(StringComparer.Ordinal);
    private long lastVersion;

    /// <summary>The id of the change set that a request becomes: its two hashes.</summary>
    public static string IdOf(ApplyRequest request) => $"{Prefix}:{request.KeyHash}:{request.ContentHash}";

    /// <summary>What was committed under the idempotency key of a request; null when nothing was.</summary>
    public async Task<CommittedRequest?> FindAsync(ApplyRequest request, CancellationToken cancellationToken)
    {
        await reading.WaitAsync(cancellationToken);
        try
        {
            await foreach (var entry in store.ReadLogAsync(lastVersion, cancellationToken))
            {
                lastVersion = entry.Version.Number;
                if (entry.Id.Split(':') is [Prefix, var key, var content])
                    known[key] = new(content, lastVersion, [.. entry.Changes.Select(change => change.Key)]);
            }

            return known.GetValueOrDefault(request.KeyHash);
        }
        finally
        {
            reading.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => reading.Dispose();
}

/// <summary>A request that was committed.</summary>
/// <param name="ContentHash">What it said, as <see cref="ApplyRequest.ContentHash"/>.</param>
/// <param name="Version">The version it made.</param>
/// <param name="Keys">The keys of the records it changed, in order of key.</param>
internal sealed record CommittedRequest(string ContentHash, long Version, IReadOnlyList<string> Keys);
