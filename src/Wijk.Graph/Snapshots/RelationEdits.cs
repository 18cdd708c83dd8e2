using Wijk.Graph.Model;

namespace Wijk.Graph.Snapshots;

/// <summary>What changes among the relations of one kind.</summary>
internal sealed class RelationEdits
{
    private readonly Renumbering? numbers;

    /// <summary>The edits of a block.</summary>
    /// <param name="count">How many relations the block has.</param>
    /// <param name="replaced">Relations that get another record, by number.</param>
    /// <param name="removed">The numbers of those that go, in any order.</param>
    /// <param name="inserted">Those that come, in any order.</param>
    public RelationEdits(int count, IReadOnlyList<(int Number, Relation Record)> replaced, IEnumerable<int> removed, IEnumerable<Insertion> inserted)
    {
        Replaced = replaced;
        Inserted = [.. inserted.OrderBy(insertion => insertion.At).ThenBy(insertion => insertion.From.New).ThenBy(insertion => insertion.To.New)
            .ThenBy(insertion => insertion.Record.Key, StringComparer.Ordinal)];
        Moves = new([.. removed.Order()], [.. Inserted.Select(insertion => insertion.At)]);
        InsertedFrom = [.. Inserted.Select(insertion => insertion.From.New)];
        InsertedTo = [.. Inserted.Select(insertion => insertion.To.New)];
        numbers = Renumbering.Of(count, Moves);
    }

    /// <summary>Nothing changes.</summary>
    public static RelationEdits None { get; } = new(0, [], [], []);

    /// <summary>Relations that get another record, by their old number.</summary>
    public IReadOnlyList<(int Number, Relation Record)> Replaced { get; }

    /// <summary>Relations that come, in their order.</summary>
    public Insertion[] Inserted { get; }

    /// <summary>Which relations go, and before which others come.</summary>
    public Edits Moves { get; }

    /// <summary>The node each new relation starts at.</summary>
    public int[] InsertedFrom { get; }

    /// <summary>The node each new relation leads to.</summary>
    public int[] InsertedTo { get; }

    /// <summary>The number of a new relation, given its place among the new ones.</summary>
    public int NewNumber(int place)
    {
        var at = Inserted[place].At;
        var gone = Array.BinarySearch(Moves.Removed, at);
        return at + place - (gone >= 0 ? gone : ~gone);
    }

    /// <summary>The records of the block with these edits; the same list when none changes.</summary>
    public Relation[] Apply(Relation[] records)
    {
        if (Moves.IsEmpty && Replaced.Count == 0) return records;
        var made = Moves.Apply(records, [.. Inserted.Select(insertion => insertion.Record)]);
        foreach (var (number, record) in Replaced) made[numbers is null ? number : numbers[number]] = record;
        return made;
    }
}

/// <summary>A relation that comes.</summary>
/// <param name="At">The old number of the relation it comes before.</param>
/// <param name="From">The node it starts at.</param>
/// <param name="To">The node it leads to.</param>
/// <param name="Record">The relation.</param>
internal sealed record Insertion(int At, NodePlace From, NodePlace To, Relation Record);
