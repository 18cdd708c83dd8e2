using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>Sifts mapped records: one for each key, those that break a rule refused, and with them what depends on them.</summary>
internal sealed class RecordChecks
{
    private readonly Dictionary<string, Mapped<Node>> nodes;
    private readonly Dictionary<string, Mapped<Relation>> relations;
    private readonly Func<string, NodeKind?> kindInGraph;
    private readonly Dictionary<string, RowPlace> refusedKeys = new(StringComparer.Ordinal);
    private readonly List<RowRemark> refused = [];
    private readonly Dictionary<RowPlace, RowPlace> causes = [];

    /// <summary>Sifts the records.</summary>
    /// <param name="mapped">The records.</param>
    /// <param name="kindInGraph">The kind of the node that the graph has or had under a key; null when it never had one.</param>
    public RecordChecks(MappedRecords mapped, Func<string, NodeKind?> kindInGraph)
    {
        this.kindInGraph = kindInGraph;

        // Whole records come first: a stub adds nothing to what the files say in full elsewhere.
        nodes = OneForEachKey(mapped.Nodes.OrderBy(node => node.Record.IsStub));
        relations = OneForEachKey(mapped.Relations);
        foreach (var (node, place) in Passed(nodes)) RefuseProblems(node, place, RecordRules.ProblemsOf(node));
        foreach (var (relation, place) in Passed(relations)) CheckRelation(relation, place);
        RefuseDependents();
    }

    /// <summary>The nodes that passed.</summary>
    public IEnumerable<Node> Nodes => Passed(nodes).Select(node => node.Record);

    /// <summary>The relations that passed; both ends of each passed too or are known to the graph.</summary>
    public IEnumerable<Relation> Relations => Passed(relations).Select(relation => relation.Record);

    /// <summary>Why the others did not.</summary>
    public IReadOnlyList<RowRemark> Refused => refused;

    /// <summary>Whether the files hold a record with this key, refused or not.</summary>
    public bool Holds(string key) => nodes.ContainsKey(key) || relations.ContainsKey(key);

    private Dictionary<string, Mapped<T>> OneForEachKey<T>(IEnumerable<Mapped<T>> records)
        where T : GraphRecord
    {
        var byKey = new Dictionary<string, Mapped<T>>(StringComparer.Ordinal);
        foreach (var next in records)
        {
            if (byKey.TryAdd(next.Record.Key, next)) continue;
            var first = byKey[next.Record.Key];
            var isMention = next.Record is Node { IsStub: true } && first.Record is Node { IsStub: false };
            if (isMention || first.Record.SameContentAs(next.Record)) continue;
            var difference = RecordDifferences.First(first.Record, next.Record, first.Place.Label);
            Refuse(next.Record, next.Place, next.Record.Key, new Words("Eén sleutel heeft twee inhouden: ", "One key has two contents: ") + difference
                + new Words(". Maak de twee gelijk, of haal er één weg.", ". Make the two agree, or remove one."));
        }

        return byKey;
    }

    private void CheckRelation(Relation relation, RowPlace place)
    {
        string[] absent = [.. new[] { relation.From, relation.To }.Where(end => KindOf(end) is null)];
        foreach (var end in absent)
        {
            Refuse(relation, place, end, new(
                $"{NameOf(relation)} verwijst naar een knoop die niet in deze bestanden staat en niet in de gegevens; voeg die daar toe of verbeter de verwijzing.",
                $"{NameOf(relation)} refers to a node that is neither in these files nor in the graph; add it there or correct the reference."));
        }

        if (absent.Length == 0) RefuseProblems(relation, place, RecordRules.ProblemsOf(relation, KindOf));
    }

    /// <summary>Refuses what refers to something refused, until no more rows are refused.</summary>
    private void RefuseDependents()
    {
        for (var count = -1; count != refusedKeys.Count;)
        {
            count = refusedKeys.Count;
            foreach (var (relation, place) in relations.Values)
            {
                if (!IsRefused(relation.Key))
                {
                    if (FirstRefusedEnd(relation) is not { } end) continue;
                    Depend(relation, place, end, refusedKeys[end], new(
                        $"{NameOf(relation)} verwijst naar een knoop die is geweigerd ({refusedKeys[end].Label.Nl}); verbeter eerst die rij.",
                        $"{NameOf(relation)} refers to a node that was refused ({refusedKeys[end]}); correct that row first."));
                }
                else if (relation.IdentifiesTargeting() && nodes.TryGetValue(relation.From, out var targeting) && !IsRefused(relation.From))
                {
                    Depend(targeting.Record, targeting.Place, relation.To, refusedKeys[relation.Key], new(
                        $"Een Targeting kan niet zonder {NameOf(relation)}, en die is geweigerd ({refusedKeys[relation.Key].Label.Nl}); verbeter eerst die rij.",
                        $"A Targeting cannot do without its {NameOf(relation)}, which was refused ({refusedKeys[relation.Key]}); correct that row first."));
                }
            }
        }
    }

    private IEnumerable<Mapped<T>> Passed<T>(Dictionary<string, Mapped<T>> records)
        where T : GraphRecord => records.Values.Where(record => !IsRefused(record.Record.Key));

    private bool IsRefused(string key) => refusedKeys.ContainsKey(key);

    private string? FirstRefusedEnd(Relation relation) =>
        IsRefused(relation.From) ? relation.From : IsRefused(relation.To) ? relation.To : null;

    private NodeKind? KindOf(string key) => nodes.TryGetValue(key, out var node) ? node.Record.Kind : kindInGraph(key);

    private static string NameOf(Relation relation) => Vocabulary.Of(relation.Kind).Name;

    private void RefuseProblems(GraphRecord record, RowPlace place, IEnumerable<Problem> problems)
    {
        foreach (var problem in problems)
            Refuse(record, place, record.Attributes.TextOf(problem.Path) ?? record.Key, RowRemark.Advice(problem));
    }

    private void Refuse(GraphRecord record, RowPlace place, string value, Words message)
    {
        refused.Add(new(place, value, message));
        refusedKeys.TryAdd(record.Key, place);
    }

    // What depends on a refused row is told with the row that all of it comes from; what depends on its own row says nothing new.
    private void Depend(GraphRecord record, RowPlace place, string value, RowPlace on, Words message)
    {
        var root = causes.GetValueOrDefault(on, on);
        if (root != place)
        {
            refused.Add(new(place, value, message) { Cause = root });
            causes.TryAdd(place, root);
        }

        refusedKeys.TryAdd(record.Key, place);
    }
}
