using System.Collections.Immutable;
using System.Text.Json;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>What the database says of a change set before it is written, all of one moment.</summary>
internal sealed class CommitCheck
{
    private const int KeysAtATime = 5_000;

    private readonly IReadOnlyDictionary<string, GraphRecord> puts;
    private readonly HashSet<string> existing = new(StringComparer.Ordinal);
    private readonly List<string> changedOutsideWijk = [];
    private readonly List<(string Node, string Key, bool IsOurs)> relationsOfRemoved = [];
    private readonly List<string> returning = [];

    private int sameCount;

    private CommitCheck(IReadOnlyDictionary<string, GraphRecord> puts, Answer answer)
    {
        this.puts = puts;
        Version = answer.Int64(0, "version");
        IsApplying = answer.Text(0, "applying") is not null;
        if (answer.Value(0, "earlierVersion").TokenType == JsonTokenType.Number)
            (EarlierVersion, EarlierLog) = (answer.Int64(0, "earlierVersion"), answer.Text(0, "earlierLog"));
        Add(answer);
    }

    /// <summary>The newest version.</summary>
    public long Version { get; }

    /// <summary>Whether a large change set is being applied, so that nobody may write.</summary>
    public bool IsApplying { get; }

    /// <summary>The version that the change set made when it was committed before; null when it was not.</summary>
    public long? EarlierVersion { get; }

    /// <summary>The log under which it was committed before.</summary>
    public string? EarlierLog { get; }

    /// <summary>Keys of what the change set puts that was removed before.</summary>
    public IReadOnlyList<string> Returning => returning;

    /// <summary>Whether all that the change set says stands in the database already.</summary>
    public bool IsSaidAlready(ChangeSet changeSet) => !changeSet.Changes.IsEmpty && sameCount == changeSet.Changes.Length;

    /// <summary>Whether the database holds a record that the change set speaks of.</summary>
    public bool Holds(string key) => existing.Contains(key);

    /// <summary>Asks the database.</summary>
    public static async Task<CommitCheck> ReadAsync(QueryApiClient client, ChangeSet changeSet, CancellationToken cancellationToken)
    {
        var puts = new Dictionary<string, GraphRecord>(StringComparer.Ordinal);
        foreach (var change in changeSet.Changes)
        {
            if (change.Record is { } record) puts[change.Key] = record;
        }

        var parts = ChangeRules.KeysToLookUp(changeSet).Concat(changeSet.Changes.Select(change => change.Key)).Distinct(StringComparer.Ordinal)
            .Chunk(KeysAtATime).DefaultIfEmpty([]);
        while (true)
        {
            CommitCheck? check = null;
            foreach (var keys in parts)
            {
                using var answer = await client.ReadAsync(Statements.Check, Parameters(changeSet.Id, keys, puts), cancellationToken).ConfigureAwait(false);
                if (check is null) check = new(puts, answer);
                else if (answer.Int64(0, "version") == check.Version) check.Add(answer);
                else check = null;
                // An empty database is not asked for more; one that changed in between is asked anew.
                if (check is null or { Version: 0, IsApplying: false } or { EarlierVersion: not null }) break;
            }

            if (check is not null) return check;
        }
    }

    /// <summary>Refuses a change set that breaks the vocabulary, refers to nothing or would overwrite what somebody changed outside Wijk.</summary>
    /// <exception cref="ChangesRefusedException">A change breaks the vocabulary or refers to nothing.</exception>
    /// <exception cref="ForeignEditException">A record that it changes is not as Wijk wrote it.</exception>
    public void ThrowIfRefused(ChangeSet changeSet)
    {
        var ours = relationsOfRemoved.Where(relation => relation.IsOurs).ToLookup(relation => relation.Node, relation => relation.Key, StringComparer.Ordinal);
        var refused = ChangeRules.Check(changeSet, existing, key => ours[key]);
        if (!refused.IsEmpty) throw new ChangesRefusedException(refused);

        // A node with somebody else's relations cannot go without them.
        var changed = changeSet.Changes.Select(change => change.Key).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<string> foreign =
        [
            .. changedOutsideWijk.Where(changed.Contains),
            .. relationsOfRemoved.Where(relation => !relation.IsOurs && changed.Contains(relation.Node)).Select(relation => relation.Node).Distinct(),
        ];
        if (!foreign.IsEmpty) throw new ForeignEditException(foreign);
    }

    /// <summary>The changes that cannot be made, or would overwrite what somebody did, while the rest of the change set can.</summary>
    public IEnumerable<RecordWarning> Obstacles(ChangeSet changeSet)
    {
        var changed = changedOutsideWijk.ToHashSet(StringComparer.Ordinal);
        var relations = relationsOfRemoved.ToLookup(relation => relation.Node, StringComparer.Ordinal);
        foreach (var (key, record) in changeSet.Changes)
        {
            if (changed.Contains(key)) yield return new(key, ForeignEditWords.ChangedDuringLoad(key));
            else if (record is Relation relation && EndGone(relation) is { } end) yield return new(key, ForeignEditWords.EndGoneDuringLoad(key, end));
            else if (record is null && relations[key].Any()) yield return new(key, ForeignEditWords.TiedDuringLoad(key));
        }

        string? EndGone(Relation relation) => !Holds(relation.From) ? relation.From : !Holds(relation.To) ? relation.To : null;
    }

    private static object Parameters(string id, string[] keys, Dictionary<string, GraphRecord> puts) => new
    {
        id,
        nodes = keys.Where(key => Keys.NodeKindOf(key) is not null),
        relations = RecordRows.OfRelationKeys(keys),
        removedNodes = keys.Where(key => !puts.ContainsKey(key) && Keys.NodeKindOf(key) is not null),
        puts = keys.Where(puts.ContainsKey),
    };

    private void Add(Answer answer)
    {
        ReadRecords(answer, "nodes");
        ReadRecords(answer, "relations");
        relationsOfRemoved.AddRange(Elements(answer, "relationsOfRemoved").Select(row => (row[0].GetString()!, row[1].GetString()!, row[2].GetBoolean())));
        returning.AddRange(Elements(answer, "returning").Select(key => key.GetString()).OfType<string>());
    }

    private void ReadRecords(Answer answer, string column)
    {
        foreach (var row in Elements(answer, column))
        {
            // It was found, and then had no properties: another commit is just taking it away.
            if (row[0].GetString() is not { } key) continue;
            existing.Add(key);
            var properties = row[1].EnumerateObject().ToDictionary(property => property.Name, property => property.Value);
            if (AsWritten(key, properties) is not { } record) changedOutsideWijk.Add(key);
            else if (puts.TryGetValue(key, out var put) && record.SameContentAs(put)) sameCount++;
        }
    }

    // Null when it is not as Wijk wrote it.
    private static GraphRecord? AsWritten(string key, IReadOnlyDictionary<string, JsonElement> properties)
    {
        var (read, record) = Keys.NodeKindOf(key) is { } kind ? ReadNode(key, kind, properties)
            : RelationKey.Of(key) is { } place ? ReadRelation(place, properties)
            : default;
        return read is not null && read.IsAsWritten(record!) ? record : null;
    }

    private static (ReadElement?, GraphRecord?) ReadNode(string key, NodeKind kind, IReadOnlyDictionary<string, JsonElement> properties)
    {
        var read = ElementReader.Read(properties, Vocabulary.Of(kind).Attributes);
        return (read, read.Parts.Node(key, kind, read.IsStub));
    }

    private static (ReadElement?, GraphRecord?) ReadRelation(RelationKey place, IReadOnlyDictionary<string, JsonElement> properties)
    {
        var read = ElementReader.Read(properties, Vocabulary.Of(place.Kind).Attributes);
        return (read, read.Parts.Relation(place.Kind, place.From, place.To));
    }

    private static JsonElement.ArrayEnumerator Elements(Answer answer, string column)
    {
        var reader = answer.Value(0, column);
        return JsonElement.ParseValue(ref reader).EnumerateArray();
    }
}
