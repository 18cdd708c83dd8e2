using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores;

namespace Wijk.Testing;

/// <summary>Builds a small graph a reader can draw; every method returns the key of what it made.</summary>
public sealed class GraphBuilder
{
    /// <summary>The namespace and source of everything it makes.</summary>
    public const string Namespace = "test";

    private readonly Dictionary<string, Node> nodes = [];
    private readonly Dictionary<string, Relation> relations = [];

    /// <summary>A node of any kind, named by its naming attribute.</summary>
    public string Node(NodeKind kind, string name, params (string Name, object? Value)[] attributes)
    {
        var naming = Vocabulary.Of(kind).NameAttribute;
        return Put(new Node(Keys.Of(kind, Namespace, name), kind)
        {
            Source = Namespace,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of(naming is null ? attributes : [(naming, name), .. attributes]),
        });
    }

    /// <summary>A relation between two nodes.</summary>
    public string Relate(RelationKind kind, string from, string to, params (string Name, object? Value)[] attributes) => RelateSince(null, kind, from, to, attributes);

    /// <summary>A relation that holds since a day, as a partial date.</summary>
    public string RelateSince(string? since, RelationKind kind, string from, string to, params (string Name, object? Value)[] attributes) => Relate(since, null, kind, from, to, attributes);

    /// <summary>A relation that held until a day, as a partial date.</summary>
    public string RelateUntil(string until, RelationKind kind, string from, string to, params (string Name, object? Value)[] attributes) => Relate(null, until, kind, from, to, attributes);

    private string Relate(string? since, string? until, RelationKind kind, string from, string to, (string Name, object? Value)[] attributes)
    {
        var relation = new Relation(kind, from, to)
        {
            ValidFrom = since is null ? null : PartialDate.Parse(since),
            ValidTo = until is null ? null : PartialDate.Parse(until),
            Source = Namespace,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of(attributes),
        };
        relations.Add(relation.Key, relation);
        return relation.Key;
    }

    /// <summary>An area, part of another when that is given.</summary>
    public string Area(string name, string? partOf = null)
    {
        var area = Node(NodeKind.Area, name);
        if (partOf is not null) Relate(RelationKind.PartOf, area, partOf);
        return area;
    }

    /// <summary>An agency.</summary>
    public string Agency(string name) => Node(NodeKind.Agency, name);

    /// <summary>A professional who works for the agencies.</summary>
    public string Professional(string role, params string[] agencies)
    {
        var key = Keys.Of(NodeKind.Professional, Namespace, role);
        Put(new Node(key, NodeKind.Professional) { Source = Namespace, RecordedAt = DateTimeOffset.UnixEpoch, Attributes = AttributeSet.Of(("role", role)) });
        foreach (var agency in agencies) Relate(RelationKind.WorksFor, key, agency);
        return key;
    }

    /// <summary>A measure run by agencies or initiatives, in a domain when that is given.</summary>
    public string Measure(string name, string? domain, params string[] runBy)
    {
        var measure = Node(NodeKind.Measure, name, ("type", "project"));
        if (domain is not null) Relate(RelationKind.InDomain, measure, domain);
        foreach (var runner in runBy) Relate(RelationKind.Runs, runner, measure);
        return measure;
    }

    /// <summary>A targeting of a measure or initiative; dates as partial dates.</summary>
    public string Target(string work, string? group, string? area, string? from = null, string? to = null)
    {
        PartialDate? start = from is null ? null : PartialDate.Parse(from), end = to is null ? null : PartialDate.Parse(to);
        var key = Keys.OfTargeting(work, group, area, start);
        Put(new Node(key, NodeKind.Targeting) { Source = Namespace, RecordedAt = DateTimeOffset.UnixEpoch, ValidFrom = start, ValidTo = end });
        Relate(RelationKind.Of, key, work);
        if (group is not null) Relate(RelationKind.For, key, group);
        if (area is not null) Relate(RelationKind.In, key, area);
        return key;
    }

    /// <summary>What somebody said of the contact between two.</summary>
    public string Tie(string a, string b, int level, string reportedBy = "rondgang") =>
        Relate(RelationKind.Collaborates, a, b, ("level", level), ("basis", "asked"), ("reportedBy", reportedBy));

    /// <summary>Everything built so far, as a store would give it.</summary>
    public GraphContents Contents() => new(
        new(1, DateTimeOffset.UnixEpoch),
        [.. nodes.Values.OrderBy(node => node.Key, StringComparer.Ordinal)],
        [.. relations.Values.OrderBy(relation => relation.Key, StringComparer.Ordinal)]);

    /// <summary>Everything built so far, as a snapshot. Fails when a record breaks the vocabulary.</summary>
    public GraphSnapshot Snapshot()
    {
        var problems = nodes.Values.SelectMany(RecordRules.ProblemsOf)
            .Concat(relations.Values.SelectMany(relation => RecordRules.ProblemsOf(relation, key => nodes.GetValueOrDefault(key)?.Kind)));
        foreach (var problem in problems) throw new InvalidOperationException($"{problem.Path}: {problem.Message}");
        return GraphSnapshot.Of(Contents());
    }

    /// <summary>A node as it is.</summary>
    public string Put(Node node)
    {
        nodes.Add(node.Key, node);
        return node.Key;
    }
}
