using System.Globalization;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Changes;

/// <summary>What a request means against one version of the graph: changes for the store, or errors.</summary>
internal sealed class ChangePlan
{
    private readonly Dictionary<string, int> inputOf = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Node> nodes = new(StringComparer.Ordinal);
    private readonly List<(string[] Path, Relation Relation, bool IsPart)> relations = [];
    private readonly HashSet<string> removed = new(StringComparer.Ordinal);
    private readonly List<Change> changes = [];
    private readonly List<ChangeError> errors = [];

    /// <summary>An empty plan.</summary>
    /// <param name="snapshot">The version of the graph it is made against.</param>
    public ChangePlan(GraphSnapshot snapshot) => Snapshot = snapshot;

    /// <summary>The version of the graph it is made against.</summary>
    public GraphSnapshot Snapshot { get; }

    /// <summary>The changes for the store, in the order of the request.</summary>
    public IReadOnlyList<Change> Changes => changes;

    /// <summary>What is wrong; when there is something, nothing may be committed.</summary>
    public IReadOnlyList<ChangeError> Errors => errors;

    /// <summary>The place in the request that asked for a change of a record.</summary>
    public string[] PathOf(string key) => ["changes", inputOf[key].ToString(CultureInfo.InvariantCulture)];

    /// <summary>Reports what is wrong.</summary>
    /// <param name="path">Where in the input.</param>
    /// <param name="message">The value, the rule and what to do.</param>
    /// <param name="code">What sort of error it is; null when a rule of the vocabulary is broken.</param>
    public void Refuse(string[] path, Words message, ErrorCode? code = null) =>
        errors.Add(new(code ?? ErrorCode.Validation, message, path));

    /// <summary>Writes a node.</summary>
    public void Put(int input, string[] path, Node node)
    {
        if (!Claim(input, path, node.Key)) return;
        nodes.Add(node.Key, node);
        changes.Add(Change.Put(node));
        foreach (var problem in RecordRules.ProblemsOf(node))
            Refuse([.. path, .. PathIn(problem, Vocabulary.Of(node.Kind).Attribute(problem.Path))], problem.Message);
    }

    /// <summary>Writes a relation; its ends are looked at when the plan is complete.</summary>
    public void Put(int input, string[] path, Relation relation) => Put(input, path, relation, isPart: false);

    /// <summary>Writes a relation that one field of a change stands for, so every problem with it has the path of that field.</summary>
    public void PutPart(int input, string[] path, Relation relation) => Put(input, path, relation, isPart: true);

    /// <summary>Whether a change so far takes a record out.</summary>
    public bool Removes(string key) => removed.Contains(key);

    /// <summary>Takes a record out.</summary>
    public void Remove(int input, string[] path, string key)
    {
        if (!Claim(input, path, key)) return;
        removed.Add(key);
        changes.Add(Change.Remove(key));
    }

    /// <summary>Looks at what can only be judged when all changes are known: the ends of relations.</summary>
    public void Complete()
    {
        foreach (var (path, relation, isPart) in relations)
        {
            foreach (var problem in RecordRules.ProblemsOf(relation, KindOf))
            {
                var isMissing = (problem.Path == "from" && KindOf(relation.From) is null) || (problem.Path == "to" && KindOf(relation.To) is null);
                Refuse(isPart ? path : [.. path, .. PathIn(problem, Vocabulary.Of(relation.Kind).Attribute(problem.Path))], problem.Message,
                    isMissing ? ErrorCode.NotFound : null);
            }
        }

        foreach (var key in removed)
        {
            if (Snapshot.Find(key) is not { } node) continue;
            var left = RelationLookup.Of(Snapshot, node).Where(relation => !removed.Contains(relation.Key)).ToArray();
            if (left.Length > 0)
            {
                Refuse([.. PathOf(key), ChangeInputs.Remove, "key"], new(
                    $"'{key}' heeft nog {left.Length} relaties, de eerste is '{left[0].Key}'; haal die ook weg, of zet withRelations op true.",
                    $"'{key}' still has {left.Length} relations, the first is '{left[0].Key}'; remove those too, or set withRelations."));
            }
        }
    }

    /// <summary>The kind of a node as it will be after the changes; null when it is not there.</summary>
    private NodeKind? KindOf(string key) =>
        nodes.TryGetValue(key, out var put) ? put.Kind
        : removed.Contains(key) ? null
        : Snapshot.Find(key) is { } number ? Snapshot.Node(number).Kind
        : null;

    private void Put(int input, string[] path, Relation relation, bool isPart)
    {
        if (!Claim(input, path, relation.Key)) return;
        relations.Add((path, relation, isPart));
        changes.Add(Change.Put(relation));
    }

    private bool Claim(int input, string[] path, string key)
    {
        if (inputOf.TryAdd(key, input)) return true;
        Refuse(path, new(
            $"'{key}' wordt al veranderd door wijziging {inputOf[key]}; maak er één wijziging van.",
            $"'{key}' is changed by change {inputOf[key]} already; make it one change."));
        return false;
    }

    private static string[] PathIn(Problem problem, AttributeDefinition? attribute) =>
        attribute is null ? [problem.Path] : ["attributes", attribute.Name];
}
