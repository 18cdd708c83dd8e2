using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Asks for pages of records: fast as Wijk writes them, and once more in another way where somebody else wrote on them.</summary>
internal sealed class RecordPages(QueryApiClient client)
{
    private const int MostAttempts = 4;

    private readonly TolerantReader tolerant = new(client);

    /// <summary>A page of nodes of a kind.</summary>
    /// <param name="statement">Gives the columns of <c>node-page</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="buffers">The thread's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<NodePage> NodesAsync(Statement statement, object parameters, NodeKind kind, PageBuffers buffers, CancellationToken cancellationToken)
    {
        string[] keys = [];
        return ReadAsync(
            async () =>
            {
                using var answer = await client.ReadAsync(statement, parameters, cancellationToken).ConfigureAwait(false);
                try
                {
                    return PageReader.ReadNodes(answer, kind, buffers);
                }
                catch (Exception problem) when (IsNotAsWritten(problem))
                {
                    keys = KeysOf(answer);
                    throw;
                }
            },
            () => tolerant.ReadNodesAsync(keys, kind, cancellationToken));
    }

    /// <summary>A page of relations; those that touch a node that is not known are left out.</summary>
    /// <param name="statement">Gives the rows and columns of <c>relation-page</c>.</param>
    /// <param name="parameters">Its parameters.</param>
    /// <param name="starts">The keys of the nodes they start at.</param>
    /// <param name="keys">The nodes that are known.</param>
    /// <param name="buffers">The thread's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public Task<RelationPage> RelationsAsync(
        Statement statement, object parameters, IEnumerable<string> starts, KeysById keys, PageBuffers buffers, CancellationToken cancellationToken) =>
        ReadAsync(
            async () =>
            {
                using var answer = await client.ReadAsync(statement, parameters, cancellationToken).ConfigureAwait(false);
                return PageReader.ReadRelations(answer, keys, buffers);
            },
            () => tolerant.ReadRelationsAsync(starts, keys, cancellationToken));

    private static bool IsNotAsWritten(Exception problem) => problem is NotAsWrittenException or RecordFormatException;

    private static string[] KeysOf(Answer answer)
    {
        var key = answer.Value(0, "key");
        return [.. JsonElement.ParseValue(ref key).EnumerateArray().Select(text => text.GetString()).OfType<string>()];
    }

    // Neo4j shows a commit property by property while it makes it visible, so a record that is just coming or going may be read in part.
    // Read again it is whole or gone; one that stays broken was changed outside Wijk.
    private static async Task<T> ReadAsync<T>(Func<Task<T>> asWrittenAsync, Func<Task<T>> tolerantAsync)
    {
        for (var attempt = 1; attempt <= MostAttempts; attempt++)
        {
            try
            {
                return await asWrittenAsync().ConfigureAwait(false);
            }
            catch (Exception problem) when (IsNotAsWritten(problem))
            {
                // The next try tells.
            }
        }

        return await tolerantAsync().ConfigureAwait(false);
    }
}
