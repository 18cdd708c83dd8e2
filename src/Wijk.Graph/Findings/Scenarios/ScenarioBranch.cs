using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>The branch of the graph in which the changes of a scenario are made. Numbers are those of the graph as it is, on the day that is looked at.</summary>
internal sealed class ScenarioBranch
{
    private readonly GraphView actual;
    private readonly GraphSnapshot graph;
    private readonly HashSet<int> going = [];
    private readonly SortedSet<int> stopping = [], unpaid = [];
    private readonly Dictionary<int, int> moved;
    private readonly int[] endedGrants;

    private ScenarioBranch(GraphView view, ScenarioSteps steps)
    {
        (actual, graph) = (view, view.Graph);
        moved = steps.Merged.ToDictionary(pair => pair.From, pair => pair.Into);
        foreach (var work in steps.Stopped) StopWithParts(work);
        foreach (var leaver in steps.Leaving) Leave(leaver);
        endedGrants = [.. steps.Unfunded.SelectMany(unfunded => GrantsOf(graph, unfunded)).Distinct().Order()];
        LeaveUnpaid();
        View = view.Supposing("scenario", Changes(view.History, steps));
    }

    /// <summary>What is seen when the changes are made.</summary>
    public GraphView View { get; }

    /// <summary>The measures and initiatives that stop, named or in consequence; ascending.</summary>
    public ImmutableArray<int> Stopping => [.. stopping];

    /// <summary>What has no known payer left, and had one; ascending.</summary>
    public ImmutableArray<int> Unpaid => [.. unpaid];

    /// <summary>The grants that end, relations by number.</summary>
    public ImmutableArray<int> EndedGrants => [.. endedGrants];

    /// <summary>Makes the changes.</summary>
    public static ScenarioBranch Of(GraphView view, ScenarioSteps steps) => new(view, steps);

    /// <summary>The grants of a funder, those to what is part of a scheme, or those to some work and its parts; relations by number.</summary>
    public static IEnumerable<int> GrantsOf(GraphSnapshot graph, int node) =>
        [.. graph.Outgoing(RelationKind.Funds).Relations(node), .. Parts.Of(graph, node).SelectMany(part => graph.Incoming(RelationKind.Funds).Relations(part).ToArray())];

    /// <summary>Whether a node is not there when the changes are made, or is part of another then.</summary>
    public bool Goes(int node) => going.Contains(node) || moved.ContainsKey(node);

    /// <summary>What a node goes on as part of; null when it does not.</summary>
    public int? Into(int node) => moved.TryGetValue(node, out var into) ? into : null;

    private void StopWithParts(int work)
    {
        var parts = graph.Node(work).Attributes.Text("type") == "scheme" ? [work] : Parts.Of(graph, work);
        foreach (var part in parts.Where(part => stopping.Add(part)))
        {
            going.Add(part);
            if (graph.Node(part).Kind == NodeKind.Initiative) StopWhatNobodyRuns(part);
        }
    }

    private void Leave(int leaver)
    {
        if (graph.Node(leaver).Kind == NodeKind.Initiative) stopping.Add(leaver);
        going.Add(leaver);
        StopWhatNobodyRuns(leaver);
        foreach (var person in graph.Incoming(RelationKind.WorksFor).Neighbors(leaver).ToArray())
        {
            if (graph.Outgoing(RelationKind.WorksFor).Neighbors(person).ToArray().All(going.Contains)) going.Add(person);
        }
    }

    private void StopWhatNobodyRuns(int runner)
    {
        foreach (var work in graph.Outgoing(RelationKind.Runs).Neighbors(runner).ToArray())
        {
            if (graph.Incoming(RelationKind.Runs).Neighbors(work).ToArray().All(going.Contains)) StopWithParts(work);
        }
    }

    // What had a payer and has none left; a service is paid through its parts.
    private void LeaveUnpaid()
    {
        var ended = endedGrants.ToHashSet();
        var touched = endedGrants.Select(graph.To).SelectMany(target => Wholes.Of(graph, target)).Select(whole => whole.Node)
            .Where(node => graph.Node(node).Attributes.Text("type") != "scheme").ToHashSet();
        foreach (var work in touched)
        {
            var grants = Parts.Of(graph, work).SelectMany(part => graph.Incoming(RelationKind.Funds).Relations(part).ToArray()).ToArray();
            if (grants.Length == 0 || !grants.All(ended.Contains)) continue;
            unpaid.Add(work);
            if (graph.Node(work).Kind == NodeKind.Measure) StopWithParts(work);
        }
    }

    private Dictionary<string, Change>.ValueCollection Changes(GraphSnapshot history, ScenarioSteps steps)
    {
        var changes = new Dictionary<string, Change>(StringComparer.Ordinal);
        var leaving = going.Concat(moved.Keys).Select(node => history.Find(graph.Node(node).Key)!.Value).ToHashSet();
        var into = moved.ToDictionary(pair => history.Find(graph.Node(pair.Key).Key)!.Value, pair => history.Find(graph.Node(pair.Value).Key)!.Value);
        var ended = endedGrants.Select(grant => graph.Relation(grant).Key).ToHashSet(StringComparer.Ordinal);
        // What somebody does for others on other days goes too.
        foreach (var work in leaving.Where(node => !into.ContainsKey(node)).ToArray())
            leaving.UnionWith(history.Incoming(RelationKind.Of).Neighbors(work).ToArray());
        foreach (var node in leaving)
        {
            var key = history.Node(node).Key;
            changes[key] = Change.Remove(key);
            foreach (var relation in RelationsOf(history, node).Where(relation => !ended.Contains(history.Relation(relation).Key))) Move(history, relation, leaving, into, changes);
        }

        foreach (var grant in ended) changes[grant] = Change.Remove(grant);
        foreach (var (a, b) in steps.Unlinked) Suppose(a, b, 0, changes);
        foreach (var (a, b) in steps.Linked) Suppose(a, b, Vocabulary.CoordinationLevel, changes);
        return changes.Values;
    }

    private void Suppose(int a, int b, int level, Dictionary<string, Change> changes)
    {
        // What was said of the two's professionals would else still join them.
        var reports = CollaborationTies.Of(actual).Of(a).Where(tie => tie.A == b || tie.B == b).SelectMany(tie => tie.Reports);
        foreach (var key in reports.Where(_ => level == 0).SelectMany(report => CollaborationTies.RelationsOf(graph, report))) changes[key] = Change.Remove(key);
        foreach (var change in SupposedTies.Making(graph, a, b, level)) changes[change.Key] = change;
    }

    private static IEnumerable<int> RelationsOf(GraphSnapshot history, int node) => Vocabulary.Relations.SelectMany(definition =>
        (int[])[.. history.Outgoing(definition.Kind).Relations(node), .. history.Incoming(definition.Kind).Relations(node)]);

    private static void Move(GraphSnapshot history, int number, HashSet<int> leaving, Dictionary<int, int> into, Dictionary<string, Change> changes)
    {
        var relation = history.Relation(number);
        changes[relation.Key] = Change.Remove(relation.Key);
        if (EndOf(history.From(number)) is not { } from || EndOf(history.To(number)) is not { } to || from == to) return;
        var goesOn = relation.Between(history.Node(from).Key, history.Node(to).Key);
        // Two grants of one payer stay two grants.
        while (goesOn.Kind == RelationKind.Funds && (history.FindRelation(goesOn.Key) is not null || changes.ContainsKey(goesOn.Key)))
            goesOn = goesOn with { Attributes = goesOn.Attributes.With("ordinal", (goesOn.Attributes.Integer("ordinal") ?? 1) + 1) };
        if (history.FindRelation(goesOn.Key) is null) changes[goesOn.Key] = Change.Put(goesOn);

        int? EndOf(int end) => into.GetValueOrDefault(end, end) is var other && leaving.Contains(other) ? null : other;
    }
}
