using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>What is made of one row, kept together so that it can be refused together.</summary>
internal sealed class RowRecords(RowPlace place)
{
    public RowPlace Place => place;

    public List<(Node Node, IReadOnlyList<string> KeepFirst)> Nodes { get; } = [];

    public List<Relation> Relations { get; } = [];

    /// <summary>Keys that another row must make, with the value that names them.</summary>
    public List<(string Key, string Value)> References { get; } = [];

    /// <summary>Attributes for nodes that another row makes.</summary>
    public List<(string Key, AttributeSet Attributes)> Additions { get; } = [];

    public List<RowRemark> Warnings { get; } = [];

    /// <summary>Keys of the nodes it is meant to make, noted before they are made: when the row is refused, what refers to them knows why they are not there.</summary>
    public List<string> Meant { get; } = [];

    /// <summary>What else is wrong with it, when it is refused all the same: a row is read to its end, so that everything is told at once.</summary>
    public List<(string Value, Words Why)> Problems { get; } = [];

    /// <summary>Whether anything was made of the row.</summary>
    public bool HasAny => Nodes.Count > 0 || Relations.Count > 0 || References.Count > 0 || Additions.Count > 0;

    /// <summary>Whether nothing was made of the row, and nothing said of it.</summary>
    public bool IsEmpty => !HasAny && Warnings.Count == 0 && Problems.Count == 0;

    /// <summary>Reads something; what is wrong with it is noted, and the rest of the row is read all the same.</summary>
    /// <returns>What was read; the default when something is wrong.</returns>
    public T? Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (RowRefusedException refusal)
        {
            Problems.Add((refusal.Value, refusal.Why));
            return default;
        }
    }

    /// <summary>Keeps a node that fits the vocabulary.</summary>
    /// <exception cref="RowRefusedException">It does not fit.</exception>
    public void Add(Node node, IReadOnlyList<string> keepFirst)
    {
        RefuseAny(RecordRules.ProblemsOf(node), $"{node.Kind} '{node.Name}'");
        Nodes.Add((node, keepFirst));
    }

    /// <summary>Keeps a relation that fits the vocabulary; whether its ends are there is checked once all rows are read.</summary>
    /// <exception cref="RowRefusedException">It does not fit.</exception>
    public void Add(Relation relation)
    {
        RefuseAny(RecordRules.ProblemsOf(relation, Keys.NodeKindOf), Vocabulary.Of(relation.Kind).Name);
        Relations.Add(relation);
    }

    private static void RefuseAny(IEnumerable<Problem> problems, string what)
    {
        if (problems.FirstOrDefault() is { } problem) throw new RowRefusedException(what, RowRemark.Advice(problem));
    }
}
