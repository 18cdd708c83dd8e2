using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.AskList;

/// <summary>What is known of an organisation or initiative, on a card for a meeting.</summary>
/// <param name="Actor">Who: a number in the graph of the view.</param>
/// <param name="Name">Its name; a professional is told by their role.</param>
/// <param name="IsInitiative">Whether it is a residents' initiative.</param>
/// <param name="Domains">The domains of its work here, by name.</param>
/// <param name="Groups">For whom it works here, by name.</param>
public sealed record ActorCard(int Actor, string Name, bool IsInitiative, ImmutableArray<string> Domains, ImmutableArray<string> Groups)
{
    /// <summary>The cards of some actors, in their order.</summary>
    /// <param name="view">What is seen on a day.</param>
    /// <param name="area">Where their work is looked at; null for everywhere.</param>
    /// <param name="actors">Node numbers, each once.</param>
    public static ImmutableArray<ActorCard> Of(GraphView view, AreaScope? area, IReadOnlyCollection<int> actors)
    {
        var (graph, activity, wanted) = (view.Graph, Activity.Of(view), actors.ToHashSet());
        var works = activity.In(area).SelectMany(work => activity.AgenciesRunning(work.Work).Concat(activity.InitiativesBehind(work.Work)).Where(wanted.Contains), (work, actor) => (actor, work))
            .ToLookup(pair => pair.actor, pair => pair.work);
        return
        [
            .. actors.Select(actor => new ActorCard(
                actor, Defragment.TableWords.NameOf(view, actor), graph.Node(actor).Kind == NodeKind.Initiative,
                Names(works[actor].SelectMany(work => activity.DomainsOf(work.Work))), Names(works[actor].Select(work => work.Group).OfType<int>()))),
        ];

        ImmutableArray<string> Names(IEnumerable<int> nodes) => [.. nodes.Distinct().Select(node => graph.Node(node).Name).Distinct().Order(StringComparer.OrdinalIgnoreCase)];
    }
}
