using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Testing;

/// <summary>Random records of every kind and attribute type that keep to the vocabulary, with awkward texts; equal seeds give equal records.</summary>
public sealed class RandomGraph(int seed)
{
    // U+E000 and an emoji stand in another order as UTF-8 than as UTF-16.
    private static readonly string[] Bits =
        ["a", "B", "é", "'", "\"", "\\", "%", ":", ">", "|", " ", "<", "&", "@", "😀", "\uE000", "\uFFFD", "ß", "0", "{", "\n", "\t", "\u0001", "\u2028"];

    // The last four may stand in any text but a key or a name.
    private static readonly int NameBits = Bits.Length - 4;

    private readonly Random random = new(seed);

    /// <summary>A number from 0 to <paramref name="end"/>, exclusive.</summary>
    public int Number(int end) => random.Next(end);

    /// <summary>A node; few ids, so that the same key comes again.</summary>
    public Node Node()
    {
        var definition = Vocabulary.Nodes[random.Next(Vocabulary.Nodes.Length)];
        var key = Keys.Of(definition.Kind, "n", $"{random.Next(2)}{Bits[random.Next(NameBits)]}x");
        var node = new Node(key, definition.Kind) { Source = "s", RecordedAt = Time(), IsStub = random.Next(4) == 0 };
        return WithCommon(node, definition.Attributes, definition.NameAttribute);
    }

    /// <summary>A relation between two of these nodes; null when the vocabulary allows none between those that were picked.</summary>
    public Relation? Relation(IReadOnlyList<Node> nodes)
    {
        if (nodes.Count < 2) return null;
        var (from, to) = (nodes[random.Next(nodes.Count)], nodes[random.Next(nodes.Count)]);
        var allowed = Vocabulary.Relations.Where(relation => relation.Allows(from.Kind, to.Kind)).ToArray();
        if (from.Key == to.Key || allowed.Length == 0) return null;
        var definition = allowed[random.Next(allowed.Length)];
        return AnswerOf(WithCommon(new Relation(definition.Kind, from.Key, to.Key) { Source = "s", RecordedAt = Time() }, definition.Attributes));
    }

    /// <summary>Nodes with different keys and relations with different keys between them, each in key order.</summary>
    public (ImmutableArray<Node> Nodes, ImmutableArray<Relation> Relations) Graph(int nodeCount, int relationCount)
    {
        var nodes = Enumerable.Range(0, nodeCount).Select(_ => Node()).DistinctBy(node => node.Key).OrderBy(node => node.Key, StringComparer.Ordinal).ToImmutableArray();
        var relations = Enumerable.Range(0, relationCount).Select(_ => Relation(nodes)).OfType<Relation>()
            .DistinctBy(relation => relation.Key).OrderBy(relation => relation.Key, StringComparer.Ordinal).ToImmutableArray();
        return (nodes, relations);
    }

    /// <summary>A time, to the millisecond.</summary>
    public DateTimeOffset Time() => DateTimeOffset.UnixEpoch.AddMilliseconds(random.NextInt64(4_000_000_000_000));

    // Who was asked gave an answer: a level.
    private Relation AnswerOf(Relation relation) => relation.Attributes is var attributes && attributes.Text("basis") == "asked" && attributes.Integer("level") is null
        ? relation with { Attributes = attributes.With("level", (long)random.Next(Vocabulary.HighestCollaborationLevel + 1)) }
        : relation;

    private T WithCommon<T>(T bare, ImmutableArray<AttributeDefinition> definitions, string? naming = null)
        where T : GraphRecord
    {
        var values = definitions.Select(definition => (definition.Name, definition.IsRequired || random.Next(2) == 0
            ? definition.Name == naming || definition.Identifies && definition.Type == AttributeType.Text ? Text(NameBits) : Value(definition)
            : null));
        var from = random.Next(3) == 0 ? (PartialDate?)Date(1900, 2000) : null;
        return (T)((GraphRecord)bare with
        {
            Attributes = AttributeSet.Of(values),
            ValidFrom = from,
            ValidTo = random.Next(3) == 0 ? Date(2001, 2100) : null,
            Visibility = (Visibility)random.Next(3),
            Source = random.Next(3) == 0 ? Text() + "." : "source",
            Inference = random.Next(3) == 0 ? new("from", new("regel " + Text(), (random.Next(2) == 0 ? "regel " : "rule ") + Text()), random.Next(2) == 0 ? [] : [Text(), Text()]) : null,
        });
    }

    private object Value(AttributeDefinition definition) => definition.Type switch
    {
        AttributeType.Text => Text(),
        AttributeType.TextList => Enumerable.Range(0, random.Next(3)).Select(_ => Text()).ToImmutableArray(),
        AttributeType.Integer => random.NextInt64((long)(definition.Range?.Min ?? 0), (long)Math.Min(definition.Range?.Max ?? 100, long.MaxValue - 1) + 1),
        AttributeType.Number => Math.Min((definition.Range?.Max ?? 100) * (decimal)random.NextDouble(), definition.Range?.Max ?? 100),
        AttributeType.Boolean => random.Next(2) == 0,
        AttributeType.Date => Date(1900, 2100),
        _ => definition.Choices[random.Next(definition.Choices.Length)],
    };

    private string Text() => Text(Bits.Length);

    private string Text(int bits) => string.Concat(Enumerable.Range(0, random.Next(6)).Select(_ => Bits[random.Next(bits)]));

    private PartialDate Date(int firstYear, int lastYear)
    {
        var day = new DateOnly(random.Next(firstYear, lastYear + 1), random.Next(1, 13), random.Next(1, 29));
        return random.Next(3) switch
        {
            0 => PartialDate.OfYear(day.Year),
            1 => PartialDate.Parse($"{day:yyyy-MM}"),
            _ => PartialDate.Of(day),
        };
    }
}
