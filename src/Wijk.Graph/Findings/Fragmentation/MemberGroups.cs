using System.Collections.Immutable;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>By what the members of a network are put in groups.</summary>
public enum GroupedBy
{
    /// <summary>The one domain they mostly work in.</summary>
    Domain,

    /// <summary>The sphere of policy that their domains belong to: physical, social, safety, economic, governance.</summary>
    Sphere,

    /// <summary>What they look from: the kind of organisation, or residents.</summary>
    Perspective,
}

/// <summary>A group of members.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Domain">Its domain, where they are grouped by domain.</param>
public sealed record MemberGroup(Words Name, int? Domain = null);

/// <summary>The groups of some actors.</summary>
internal sealed class MemberGroups
{
    private readonly Dictionary<int, int> groups;

    private MemberGroups(ImmutableArray<MemberGroup> all, Dictionary<int, int> groups) => (All, this.groups) = (all, groups);

    /// <summary>The groups that have a member, by name; group g is the g-th.</summary>
    public ImmutableArray<MemberGroup> All { get; }

    /// <summary>The group of an actor; <see cref="EiIndex.NoGroup"/> where none is known, or several come first together.</summary>
    public int Of(int actor) => groups.GetValueOrDefault(actor, EiIndex.NoGroup);

    /// <summary>The groups of some actors.</summary>
    public static MemberGroups Of(GraphView view, IEnumerable<int> actors, GroupedBy by)
    {
        var (graph, activity) = (view.Graph, Activity.Of(view));
        var found = actors.Select(actor => (actor, group: by switch
        {
            GroupedBy.Domain => MainDomain.Of(graph, activity, actor) is { } domain ? new MemberGroup(graph.Node(domain).Name, domain) : null,
            GroupedBy.Sphere => SphereOf(graph, activity, actor),
            _ => PerspectiveOf(graph, actor),
        })).Where(entry => entry.group is not null).ToArray();
        ImmutableArray<MemberGroup> all = [.. found.Select(entry => entry.group!).Distinct().OrderBy(group => group.Name.En, StringComparer.Ordinal).ThenBy(group => group.Domain)];
        var numbers = all.Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        return new(all, found.ToDictionary(entry => entry.actor, entry => numbers[entry.group!]));
    }

    // Its own domains, or where none is recorded those of its measures: the sphere that comes first alone.
    private static MemberGroup? SphereOf(GraphSnapshot graph, Activity activity, int actor)
    {
        var own = activity.DomainsOf(actor);
        var domains = own.Length > 0 ? own : [.. graph.Outgoing(RelationKind.Runs).Neighbors(actor).ToArray().SelectMany(work => activity.DomainsOf(work))];
        var counts = domains.Select(domain => SphereOf(graph, domain)).OfType<string>().CountBy(sphere => sphere).OrderByDescending(count => count.Value).Take(2).ToArray();
        return counts is [var first, .. var rest] && (rest.Length == 0 || first.Value > rest[0].Value)
            ? new(Vocabulary.Of(NodeKind.Domain).Attribute("sphere")!.LabelOf(first.Key))
            : null;
    }

    private static string? SphereOf(GraphSnapshot graph, int domain) =>
        Wholes.Of(graph, domain).Select(whole => graph.Node(whole.Node).Attributes.Text("sphere")).FirstOrDefault(sphere => sphere is not null);

    private static MemberGroup? PerspectiveOf(GraphSnapshot graph, int actor) => graph.Node(actor) switch
    {
        { Kind: NodeKind.Initiative } => new(new Words("bewoners", "residents")),
        { Kind: NodeKind.Agency } agency when agency.Attributes.Text("type") is { } type && type != "unknown" => new(Vocabulary.Of(NodeKind.Agency).Attribute("type")!.LabelOf(type)),
        _ => null,
    };
}
