using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>A professional who might take over the contacts of one who leaves. Nodes are numbers in the graph as it is.</summary>
/// <param name="View">The graph as it is.</param>
/// <param name="Leaver">Who leaves.</param>
/// <param name="Person">Who might take over.</param>
/// <param name="IsColleague">Whether both work for one organisation.</param>
/// <param name="HasSameRole">Whether both have one role.</param>
/// <param name="KnownCount">How many of the contacts they know already, themselves or through their organisation.</param>
/// <param name="ContactCount">How many contacts there are to take over.</param>
public sealed record BackUp(GraphView View, int Leaver, int Person, bool IsColleague, bool HasSameRole, int KnownCount, int ContactCount)
{
    private const int MostOfOne = 3;

    /// <summary>The organisation they work for; themselves where none is recorded.</summary>
    public int Organisation => View.Graph.Outgoing(RelationKind.WorksFor).Neighbors(Person) is [var first, ..] ? first : Person;

    /// <summary>What they could build on.</summary>
    public Words Reason => ScenarioWords.ReasonOf(this);

    /// <summary>Who might take over from each who leaves, three at most: the same role first, then who knows most of the contacts. People are not ranked further: by key.</summary>
    internal static IEnumerable<BackUp> Of(GraphView view, IEnumerable<int> leavers, Func<int, bool> goes) =>
        leavers.Where(leaver => view.Graph.Node(leaver).Kind == NodeKind.Professional).SelectMany(leaver => Candidates(view, leaver, goes).Take(MostOfOne));

    /// <summary>Who might take over from one who connects two sides, three at most: one of each side goes before a second of the same.</summary>
    /// <param name="view">The graph as it is.</param>
    /// <param name="leaver">Who leaves.</param>
    /// <param name="side">Who is on one of the sides: organisations, initiatives and professionals.</param>
    internal static IEnumerable<BackUp> OfBothSides(GraphView view, int leaver, IReadOnlySet<int> side) => Candidates(view, leaver, _ => false)
        .GroupBy(found => side.Contains(found.Person) || side.Contains(found.Organisation))
        .SelectMany(found => found.Select((one, place) => (One: one, Place: place)))
        .OrderBy(found => found.Place)
        .Select(found => found.One)
        .Take(MostOfOne);

    private static IEnumerable<BackUp> Candidates(GraphView view, int leaver, Func<int, bool> goes)
    {
        var (graph, ties) = (view.Graph, CollaborationTies.Of(view));
        var (own, role) = (OrganisationsOf(graph, leaver), graph.Node(leaver).Attributes.Text("role"));
        int[] contacts = [.. ContactsOf(graph, leaver).Where(contact => !goes(contact)).SelectMany(contact => OrganisationsOf(graph, contact)).Except(own).Distinct()];
        return graph.NumbersOf(NodeKind.Professional).Where(person => person != leaver && !goes(person)).Select(person =>
            {
                var theirs = OrganisationsOf(graph, person);
                return new BackUp(view, leaver, person, theirs.Intersect(own).Any(), role is not null && string.Equals(role, graph.Node(person).Attributes.Text("role"), StringComparison.OrdinalIgnoreCase),
                    contacts.Count(contact => theirs.Any(organisation => organisation == contact || ties.AreTied(organisation, contact))), contacts.Length);
            })
            .Where(found => found.IsColleague || found.HasSameRole || found.KnownCount > 1)
            .OrderByDescending(found => found.HasSameRole).ThenByDescending(found => found.KnownCount).ThenByDescending(found => found.IsColleague).ThenBy(found => found.Person)
            // One of each organisation says enough: who it is to be they settle among themselves.
            .DistinctBy(found => (found.Organisation, found.HasSameRole));
    }

    private static int[] OrganisationsOf(GraphSnapshot graph, int node) =>
        graph.Node(node).Kind == NodeKind.Professional && graph.Outgoing(RelationKind.WorksFor).Neighbors(node) is { IsEmpty: false } organisations ? organisations.ToArray() : [node];

    private static IEnumerable<int> ContactsOf(GraphSnapshot graph, int person)
    {
        foreach (var side in new[] { graph.Outgoing(RelationKind.Collaborates), graph.Incoming(RelationKind.Collaborates) })
        {
            var (others, relations) = (side.Neighbors(person).ToArray(), side.Relations(person).ToArray());
            for (var place = 0; place < others.Length; place++)
            {
                if (graph.Relation(relations[place]).Attributes.Integer("level") is not 0) yield return others[place];
            }
        }
    }
}
