using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>A record that stands in the database in a form that no record can be made of.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Problem">Which property is wrong, and why.</param>
internal readonly record struct UnreadableRecord(string Key, Problem Problem);

/// <summary>Reads the records of a page of which not all are as Wijk writes them: the others are read, and what is wrong is named.</summary>
internal sealed class TolerantReader(QueryApiClient client)
{
    private const int KeysAtATime = 2_000;

    /// <summary>The nodes with some keys, in their order.</summary>
    public async Task<NodePage> ReadNodesAsync(IEnumerable<string> keys, NodeKind kind, CancellationToken cancellationToken)
    {
        var (nodes, unreadable) = (new List<(Node Node, long Id, int Degree)>(), new List<(UnreadableRecord, long, int)>());
        foreach (var some in keys.Chunk(KeysAtATime))
        {
            using var answer = await client.ReadAsync(Statements.StoredNodes, new { keys = some }, cancellationToken).ConfigureAwait(false);
            for (var row = 0; row < answer.RowCount; row++)
            {
                // It was found, and then had no properties: a commit is just taking it away.
                if (answer.Text(row, "key") is not { } key) continue;
                var (id, degree) = (answer.Int64(row, "id"), checked((int)answer.Int64(row, "degree")));
                var read = ElementReader.Read(StoredProperties.Of(answer, row), Vocabulary.Of(kind).Attributes);
                if (WhyUnreadable(key, kind, read) is { } problem) unreadable.Add((new(key, problem), id, degree));
                else nodes.Add((read.Parts.Node(key, kind, read.IsStub), id, degree));
            }
        }

        return new([.. nodes.Select(read => read.Node)], [.. nodes.Select(read => read.Id)], [.. nodes.Select(read => read.Degree)]) { Unreadable = unreadable };
    }

    /// <summary>The relations that start at nodes with some keys; those that touch a node that was not read are left out.</summary>
    public async Task<RelationPage> ReadRelationsAsync(IEnumerable<string> keys, KeysById nodes, CancellationToken cancellationToken)
    {
        var (read, unreadable) = (new List<(Relation Relation, string Key)>(), new List<UnreadableRecord>());
        foreach (var some in keys.Chunk(KeysAtATime))
        {
            using var answer = await client.ReadAsync(Statements.StoredRelations, new { keys = some }, cancellationToken).ConfigureAwait(false);
            for (var row = 0; row < answer.RowCount; row++)
            {
                if (Vocabulary.FindRelation(answer.Text(row, "type")!) is not { } kind || nodes.Find(answer.Int64(row, "from")) is not { } from
                    || nodes.Find(answer.Int64(row, "to")) is not { } to)
                {
                    continue;
                }

                var element = ElementReader.Read(StoredProperties.Of(answer, row), kind.Attributes);
                var relation = element.Parts.Relation(kind.Kind, from, to);
                var key = element.Key ?? relation.Key;
                if (element.WhyUnreadable is { } problem) unreadable.Add(new(key, problem));
                else read.Add((relation, key));
            }
        }

        // Of several with the same ends and attributes one is the record: that with its key.
        var relations = new Dictionary<string, Relation>(StringComparer.Ordinal);
        foreach (var (relation, key) in read.OrderByDescending(one => one.Relation.Key == one.Key))
        {
            if (!relations.TryAdd(relation.Key, relation)) unreadable.Add(new(key, SecondOf(relation.Key)));
        }

        return new([.. relations.Values], unreadable);
    }

    private static Problem? WhyUnreadable(string key, NodeKind kind, ReadElement read) => Keys.IsOf(key, Vocabulary.Of(kind).KeyPrefix)
        ? read.WhyUnreadable
        : new("key", new(
            $"key '{TextRules.Shown(key)}' is geen sleutel; die heeft de vorm {Vocabulary.Of(kind).KeyPrefix}:naamruimte:id.",
            $"key '{TextRules.Shown(key)}' is not a key; it has the form {Vocabulary.Of(kind).KeyPrefix}:namespace:id."));

    private static Problem SecondOf(string key) => new("key", new(
        $"key: er is nog een relatie met dezelfde einden en velden, die '{key}' is.", $"key: there is another relation with the same ends and attributes, which is '{key}'."));
}
