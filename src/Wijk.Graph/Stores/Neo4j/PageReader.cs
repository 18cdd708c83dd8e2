using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>A range of keys: from the first, to before the second.</summary>
internal readonly record struct KeyRange(string From, string Until);

/// <summary>The nodes of a range of keys.</summary>
/// <param name="Nodes">The nodes, ordered by key as Neo4j orders them.</param>
/// <param name="Ids">Neo4j's own number of each.</param>
/// <param name="Degrees">How many relations start at each.</param>
internal sealed record NodePage(Node[] Nodes, long[] Ids, int[] Degrees)
{
    /// <summary>Nodes of which no record can be made, with Neo4j's number and how many relations start at each.</summary>
    public IReadOnlyList<(UnreadableRecord Record, long Id, int Degree)> Unreadable { get; init; } = [];
}

/// <summary>A page of relations.</summary>
/// <param name="Relations">The relations.</param>
/// <param name="Unreadable">Those of which no record can be made.</param>
internal sealed record RelationPage(Relation[] Relations, IReadOnlyList<UnreadableRecord> Unreadable);

/// <summary>Something on a page is not as Wijk writes it: <see cref="TolerantReader"/> says what, and reads the rest.</summary>
internal sealed class NotAsWrittenException : Exception;

/// <summary>Turns the answer for a page into records, when all are as Wijk writes them.</summary>
internal static class PageReader
{
    private static readonly ImmutableArray<AttributeDefinition>[] NodeAttributes = [.. Vocabulary.Nodes.Select(kind => InNameOrder(kind.Attributes))];

    private static readonly ImmutableArray<AttributeDefinition>[] RelationAttributes = [.. Vocabulary.Relations.Select(kind => InNameOrder(kind.Attributes))];

    /// <summary>The names of the columns of attributes to ask for nodes of a kind.</summary>
    public static IEnumerable<string> ColumnsOf(NodeKind kind) => RecordProperties.AttributeNames(NodeAttributes[(int)kind]);

    /// <summary>The names of the columns of attributes to ask for, by kind of relation.</summary>
    public static IReadOnlyDictionary<string, string[]> ColumnsOfRelations { get; } = Vocabulary.Relations.ToDictionary(
        kind => kind.Name, kind => RecordProperties.AttributeNames(RelationAttributes[(int)kind.Kind]).ToArray());

    /// <summary>Reads a page of nodes of a kind.</summary>
    /// <exception cref="NotAsWrittenException">One of them is not as Wijk writes it.</exception>
    /// <exception cref="RecordFormatException">An attribute of one of them is not as Wijk writes it.</exception>
    public static NodePage ReadNodes(Answer answer, NodeKind kind, PageBuffers buffers)
    {
        var (nodes, ids, degrees) = (buffers.Nodes, buffers.Ids, buffers.Degrees);
        nodes.Clear();
        ids.Clear();
        degrees.Clear();
        var columns = new RecordColumns(answer, row: 0, NodeAttributes[(int)kind], buffers);
        var id = answer.Value(0, "id");
        var key = answer.Value(0, "key");
        var degree = answer.Value(0, "degree");
        var stubs = ReadNumbers(answer.Value(0, "stub"));
        var prefix = Vocabulary.Of(kind).KeyPrefix;
        for (var index = 0; id.Read() && id.TokenType != JsonTokenType.EndArray; index++)
        {
            key.Read();
            degree.Read();
            if (key.GetString() is not { } text || !Keys.IsOf(text, prefix)) throw new NotAsWrittenException();
            nodes.Add(columns.Next(index).Node(text, kind, stubs.Contains(index)));
            ids.Add(id.GetInt64());
            degrees.Add(degree.GetInt32());
        }

        return new([.. nodes], [.. ids], [.. degrees]);
    }

    /// <summary>Reads a page of relations; those that touch a node that was not read are left out.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="keys">The keys of the nodes that were read.</param>
    /// <param name="buffers">The thread's own.</param>
    /// <inheritdoc cref="ReadNodes" path="/exception"/>
    public static RelationPage ReadRelations(Answer answer, KeysById keys, PageBuffers buffers)
    {
        var (relations, places, parallel) = (buffers.Relations, buffers.Places, new HashSet<string>(StringComparer.Ordinal));
        relations.Clear();
        for (var row = 0; row < answer.RowCount; row++)
        {
            // A relation of another type is somebody else's.
            if (Vocabulary.FindRelation(answer.Text(row, "kind")!) is not { } definition) continue;
            var columns = new RecordColumns(answer, row, RelationAttributes[(int)definition.Kind], buffers);
            var from = answer.Value(row, "from");
            var to = answer.Value(row, "to");
            places.Clear();
            for (var index = 0; from.Read() && from.TokenType != JsonTokenType.EndArray; index++)
            {
                to.Read();
                var (start, end) = (from.GetInt64(), to.GetInt64());
                var parts = columns.Next(index);
                if (keys.Find(start) is not { } startKey || keys.Find(end) is not { } endKey) continue;
                // Wijk writes a pair one way, and each fact once; whoever copies a relation does not know that.
                var relation = parts.Relation(definition.Kind, startKey, endKey);
                if (!ReferenceEquals(relation.From, startKey)) throw new NotAsWrittenException();
                if (places.TryGetValue((start, end), out var first))
                {
                    parallel.Add(relations[first].Key);
                    if (!parallel.Add(relation.Key)) throw new NotAsWrittenException();
                }
                else
                {
                    places.Add((start, end), relations.Count);
                }

                relations.Add(relation);
            }
        }

        return new([.. relations], []);
    }

    private static HashSet<int> ReadNumbers(Utf8JsonReader reader)
    {
        var numbers = new HashSet<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            numbers.Add(reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : throw new NotAsWrittenException());
        return numbers;
    }

    private static ImmutableArray<AttributeDefinition> InNameOrder(ImmutableArray<AttributeDefinition> attributes) =>
        [.. attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal)];
}
