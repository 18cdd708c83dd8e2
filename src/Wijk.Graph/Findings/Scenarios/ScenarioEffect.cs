using System.Collections.Immutable;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Scenarios;

/// <summary>What the changes of a scenario come to: who loses what, what is solved, and the figures before and after. Nodes are numbers in the graph as it is.</summary>
public sealed record ScenarioEffect
{
    /// <summary>The figures as they are.</summary>
    public required ScenarioState Before { get; init; }

    /// <summary>The figures when the changes are made.</summary>
    public required ScenarioState After { get; init; }

    /// <summary>Over how many who stay <see cref="ScenarioState.Fragmentation"/> is measured.</summary>
    public required int MemberCount { get; init; }

    /// <summary>Measures and initiatives that stop, named or in consequence; ascending.</summary>
    public required ImmutableArray<int> Stopping { get; init; }

    /// <summary>What has no known payer left; measures among them are assumed to stop. Ascending.</summary>
    public required ImmutableArray<int> Unpaid { get; init; }

    /// <summary>The grants that end, relations by number.</summary>
    public required ImmutableArray<int> EndedGrants { get; init; }

    /// <summary>Groups in areas that keep no offer, those with nothing for a wider group or area either first.</summary>
    public required ImmutableArray<OfferChange> WithoutOffer { get; init; }

    /// <summary>Groups in areas that keep fewer offers, those that keep fewest first.</summary>
    public required ImmutableArray<OfferChange> FewerOffers { get; init; }

    /// <summary>Barriers that nobody works on any more, ascending.</summary>
    public required ImmutableArray<int> BarriersWithoutOffer { get; init; }

    /// <summary>Groups that lose the larger rest of what they were joined with, the largest first.</summary>
    public required ImmutableArray<CutOff> CutOff { get; init; }

    /// <summary>Who loses the only tie that is known, ascending.</summary>
    public required ImmutableArray<int> WithoutTie { get; init; }

    /// <summary>Other pairs of those who stay of whom no contact is known any more, since somebody who goes carried it or all that was known of it goes; by their numbers.</summary>
    public required ImmutableArray<(int A, int B)> LostTies { get; init; }

    /// <summary>Initiatives that stand alone then, as far as is known, and did not; ascending.</summary>
    public required ImmutableArray<int> NewlyAlone { get; init; }

    /// <summary>Agencies that are no longer active here and stay elsewhere; ascending.</summary>
    public required ImmutableArray<int> NoLongerActive { get; init; }

    /// <summary>Where organisations no longer meet from different domains.</summary>
    public required ImmutableArray<CellChange> Resolved { get; init; }

    /// <summary>Where they newly do.</summary>
    public required ImmutableArray<CellChange> NewOverlaps { get; init; }

    /// <summary>Who might take over the contacts of professionals who leave.</summary>
    public required ImmutableArray<BackUp> BackUps { get; init; }

    /// <summary>Whether somebody loses something.</summary>
    public bool Loses => !(WithoutOffer.IsEmpty && FewerOffers.IsEmpty && BarriersWithoutOffer.IsEmpty && CutOff.IsEmpty && WithoutTie.IsEmpty && LostTies.IsEmpty && NewlyAlone.IsEmpty);

    internal static ScenarioEffect Of(
        QuestionScope scope, ScenarioQuestion question, ScenarioSteps steps, ScenarioBranch branch, OverlapAnswer overlap, CancellationToken cancellationToken)
    {
        var (now, then) = (scope.View, branch.View);
        var thereThen = AreaScope.Of(then, question.Area);
        var network = StayingNetwork.Of(now, then, branch, view => ActiveActors.In(view, view == now ? scope.Area : thereThen));
        var overlapThen = new OverlapQuestion { Area = question.Area, AsOf = scope.LookedAt.Day, Seed = question.Seed }.Ask(then, scope.LookedAt.Day, cancellationToken);
        var (offers, offersThen) = (OffersIn(now, scope.Area), OffersIn(then, thereThen));
        var (activeNow, activeThen) = (ActiveActors.In(now, scope.Area), ActiveActors.In(then, thereThen));
        var (fragmentation, weighted) = (network.Fragmentation, network.DistanceWeighted(cancellationToken));
        OfferChange[] changed = [.. ChangedOffers(now, branch, offers, offersThen)];
        var withOfferThen = BarriersWithOffer(then, thereThen).ToHashSet(StringComparer.Ordinal);
        string[] withOffer = [.. BarriersWithOffer(now, scope.Area)];
        var lost = LoneInitiatives.Of(now, activeNow, 1).Select(initiative => now.Graph.Node(initiative).Key).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<int> without = [.. network.WithoutTie(now).Order()];
        return new()
        {
            Before = StateOf(now, overlap, offers.Count, withOffer.Length, network.Members, (fragmentation.Before, weighted.Before)),
            After = StateOf(then, overlapThen, offersThen.Count, withOfferThen.Count, [.. network.Members.Select(member => Then(now, member, then)).Order()], (fragmentation.After, weighted.After)),
            MemberCount = network.Members.Length,
            Stopping = branch.Stopping,
            Unpaid = branch.Unpaid,
            EndedGrants = branch.EndedGrants,
            WithoutOffer = [.. changed.Where(offer => offer.Left.IsEmpty).OrderBy(offer => offer.Wider.Length).ThenBy(offer => offer.Area).ThenBy(offer => offer.Group)],
            FewerOffers = [.. changed.Where(offer => !offer.Left.IsEmpty).OrderBy(offer => offer.Left.Length).ThenBy(offer => offer.Area).ThenBy(offer => offer.Group)],
            BarriersWithoutOffer = [.. withOffer.Where(barrier => !withOfferThen.Contains(barrier)).Select(barrier => now.Graph.Find(barrier)!.Value).Order()],
            CutOff = [.. network.CutOff(now).Select(part => new CutOff(part.Members, part.RestCount)).OrderByDescending(part => part.Members.Length).ThenBy(part => part.Members[0])],
            WithoutTie = without,
            LostTies = [.. network.LostTies(now).Except(steps.Unlinked.Select(pair => (A: Math.Min(pair.A, pair.B), B: Math.Max(pair.A, pair.B)))).Where(pair => !without.Contains(pair.A) && !without.Contains(pair.B)).Order()],
            NewlyAlone = [.. LoneInitiatives.Of(then, activeThen, 1).Select(initiative => then.Graph.Node(initiative).Key).Where(key => !lost.Contains(key)).Select(key => now.Graph.Find(key)!.Value).Order()],
            NoLongerActive = [.. activeNow.Agencies.Where(agency => !branch.Goes(agency) && !activeThen.Contains(Then(now, agency, then)))],
            Resolved = [.. Differing(now, overlap, overlapThen)],
            NewOverlaps = [.. Differing(now, overlapThen, overlap).Select(change => change with { AgencyCount = change.ThenCount, ThenCount = change.AgencyCount })],
            BackUps = [.. BackUp.Of(now, steps.Leaving, branch.Goes)],
        };
    }

    private static ScenarioState StateOf(
        GraphView view, OverlapAnswer overlap, int offered, int barriers, IReadOnlyCollection<int> members, (double? Fragmentation, double? Weighted) network) => new()
        {
            OfferedCount = offered,
            OverlappingCount = overlap.OverlappingCount,
            CrossingPairCount = overlap.PairCount,
            BarriersWithOfferCount = barriers,
            Coordination = Coordination.Among(members, CollaborationTies.Of(view)),
            Fragmentation = network.Fragmentation,
            DistanceWeightedFragmentation = network.Weighted,
        };

    private static int Then(GraphView now, int node, GraphView then) => then.Graph.Find(now.Graph.Node(node).Key)!.Value;

    // Keys, since numbers differ between the two graphs.
    private static Dictionary<(string Group, string Area), HashSet<string>> OffersIn(GraphView view, AreaScope? scope)
    {
        var (graph, activity) = (view.Graph, Activity.Of(view));
        var offers = new Dictionary<(string, string), HashSet<string>>();
        foreach (var work in activity.In(scope))
        {
            if (work is not { Group: { } people, Area: { } area } || (activity.RunsOf(work).Count == 0 && !activity.InitiativesBehind(work.Work).Any())) continue;
            var place = (graph.Node(people).Key, graph.Node(area).Key);
            if (!offers.TryGetValue(place, out var works)) offers.Add(place, works = new(StringComparer.Ordinal));
            works.Add(graph.Node(work.Work).Key);
        }

        return offers;
    }

    private static IEnumerable<OfferChange> ChangedOffers(
        GraphView now, ScenarioBranch branch, Dictionary<(string Group, string Area), HashSet<string>> offers, Dictionary<(string Group, string Area), HashSet<string>> offersThen)
    {
        var graph = now.Graph;
        foreach (var (place, works) in offers)
        {
            var left = offersThen.GetValueOrDefault(place, []);
            // What goes on as part of something else is not lost.
            int[] lost = [.. works.Where(work => !left.Contains(work)).Select(work => graph.Find(work)!.Value).Where(work => branch.Into(work) is null).Order()];
            if (lost.Length == 0) continue;
            var (people, area) = (graph.Find(place.Group)!.Value, graph.Find(place.Area)!.Value);
            var wider = from wholeGroup in Wholes.Of(graph, people)
                        from wholeArea in Wholes.Of(graph, area)
                        where wholeGroup.Steps + wholeArea.Steps > 0
                        from work in offersThen.GetValueOrDefault((graph.Node(wholeGroup.Node).Key, graph.Node(wholeArea.Node).Key), [])
                        select graph.Find(work)!.Value;
            yield return new()
            {
                View = now,
                Group = people,
                Area = area,
                Lost = [.. lost],
                Left = [.. left.Select(work => graph.Find(work)!.Value).Order()],
                Wider = [.. wider.Distinct().Order()],
            };
        }
    }

    private static IEnumerable<string> BarriersWithOffer(GraphView view, AreaScope? scope) =>
        BarrierOffers.Of(view).In(scope).Where(offer => !offer.Offers.IsEmpty).Select(offer => view.Graph.Node(offer.Barrier).Key);

    // The cells that overlap in one answer and not in another; counts of the first stand first.
    private static IEnumerable<CellChange> Differing(GraphView now, OverlapAnswer one, OverlapAnswer other)
    {
        var others = other.Cells.ToDictionary(cell => KeysOf(other.View, cell.Place));
        foreach (var cell in one.Cells.Where(cell => cell.IsOverlapping))
        {
            var place = KeysOf(one.View, cell.Place);
            var there = others.GetValueOrDefault(place);
            if (there?.IsOverlapping == true) continue;
            yield return new(now, now.Graph.Find(place.Group)!.Value, now.Graph.Find(place.Area)!.Value, cell.Agencies.Length, there?.Agencies.Length ?? 0);
        }
    }

    private static (string Group, string Area) KeysOf(GraphView view, CellPlace place) => (view.Graph.Node(place.Group!.Value).Key, view.Graph.Node(place.Area).Key);
}
