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

    /// <summary>Whether nothing was made of the row, and nothing said of it.</summary>
    public bool IsEmpty => Nodes.Count == 0 && Relations.Count == 0 && References.Count == 0 && Additions.Count == 0 && Warnings.Count == 0;

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
