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
internal sealed record NodePage(Node[] Nodes, long[] Ids, int[] Degrees);

/// <summary>Turns the answer for a page into records.</summary>
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
        for (var index = 0; id.Read() && id.TokenType != JsonTokenType.EndArray; index++)
        {
            key.Read();
            degree.Read();
            var text = key.GetString()!;
            nodes.Add(InRecord(text, ref columns, index).Node(text, kind, stubs.Contains(index)));
            ids.Add(id.GetInt64());
            degrees.Add(degree.GetInt32());
        }

        return new([.. nodes], [.. ids], [.. degrees]);
    }

    /// <summary>Reads a page of relations; those that touch a node that was not read are left out.</summary>
    /// <param name="answer">The page.</param>
    /// <param name="keys">The keys of the nodes that were read.</param>
    /// <param name="buffers">The thread's own.</param>
    public static Relation[] ReadRelations(Answer answer, KeysById keys, PageBuffers buffers)
    {
        var relations = buffers.Relations;
        relations.Clear();
        for (var row = 0; row < answer.RowCount; row++)
        {
            // A relation of another type is somebody else's.
            if (Vocabulary.FindRelation(answer.Text(row, "kind")!) is not { } definition) continue;
            var columns = new RecordColumns(answer, row, RelationAttributes[(int)definition.Kind], buffers);
            var from = answer.Value(row, "from");
            var to = answer.Value(row, "to");
            for (var index = 0; from.Read() && from.TokenType != JsonTokenType.EndArray; index++)
            {
                to.Read();
                var (start, end) = (keys.Find(from.GetInt64()), keys.Find(to.GetInt64()));
                var parts = InRecord(start ?? "?", ref columns, index);
                if (start is null || end is null) continue;
                relations.Add(parts.Relation(definition.Kind, start, end));
            }
        }

        return [.. relations];
    }

    private static RecordParts InRecord(string key, ref RecordColumns columns, int index)
    {
        try
        {
            return columns.Next(index);
        }
        catch (RecordFormatException problem)
        {
            throw new StoreUnavailableException(
                new Words($"Het record '{key}' in Neo4j is niet te lezen: ", $"The record '{key}' in Neo4j cannot be read: ")
                + problem.Why
                + new Words(
                    " Iemand heeft het buiten Wijk om veranderd: 'verify' zegt wat er mis is.",
                    " Somebody changed it outside Wijk: 'verify' says what is wrong."),
                problem);
        }
    }

    private static HashSet<int> ReadNumbers(Utf8JsonReader reader)
    {
        var numbers = new HashSet<int>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) numbers.Add(reader.GetInt32());
        return numbers;
    }

    private static ImmutableArray<AttributeDefinition> InNameOrder(ImmutableArray<AttributeDefinition> attributes) =>
        [.. attributes.OrderBy(attribute => attribute.Name, StringComparer.Ordinal)];
}
