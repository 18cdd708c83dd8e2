using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>Who removed what from the graph.</summary>
public static class Removals
{
    /// <summary>Reads from the log which records were removed and not brought back.</summary>
    /// <returns>The source of the change set that removed a record, by the record's key.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> ReadAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var removedBy = new Dictionary<string, string>(StringComparer.Ordinal);
        await foreach (var logged in store.ReadLogAsync(0, cancellationToken).ConfigureAwait(false))
        {
            foreach (var change in logged.Changes)
            {
                if (change.Record is null) removedBy[change.Key] = logged.Source;
                else removedBy.Remove(change.Key);
            }
        }

        return removedBy;
    }
}
