using System.Collections.Immutable;
using Wijk.Graph.Analysis.Connectivity;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>A link between two that is not known to be there, and what it would add. Nodes are numbers in the graph of its view.</summary>
public sealed record PlannedLink
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>One end.</summary>
    public required int A { get; init; }

    /// <summary>The other end.</summary>
    public required int B { get; init; }

    /// <summary>By how much distance-weighted fragmentation of those the plan is about falls by this link alone, 0 to 1.</summary>
    public required double Gain { get; init; }

    /// <summary>Whether they were asked, and have no contact; if not, nobody asked and they may well know each other.</summary>
    public required bool WasAsked { get; init; }

    /// <summary>Who knows both and can introduce them, a few; ascending.</summary>
    public required ImmutableArray<int> Introducers { get; init; }

    /// <summary>The barriers that both work on.</summary>
    public required ImmutableArray<int> Barriers { get; init; }

    /// <summary>How many introductions it takes, so far as is known: 1 where somebody knows both, else 2.</summary>
    public int Effort => Introducers.IsEmpty ? 2 : 1;

    /// <summary>Why this link, and what is not known of it.</summary>
    public Words Reason => LinkWords.ReasonOf(this);
}

/// <summary>How those a plan is about stand to each other.</summary>
/// <param name="Coordination">What is known of coordination between them.</param>
/// <param name="DistanceWeightedFragmentation">How far they have fallen apart by the ties that are known, 0 to 1; null when none is known or there are fewer than two.</param>
public sealed record PlanState(Coordination Coordination, double? DistanceWeightedFragmentation);

/// <summary>The links to make between those a plan is about.</summary>
public sealed class PlannedLinks
{
    /// <summary>Among more than so many no links are looked for.</summary>
    internal const int MostMembers = 400;

    private const int MostLinks = 5, MostIntroducers = 3;

    private const double LeastOfFirst = 0.25;

    private readonly Lazy<PlanState> after;

    private PlannedLinks(ImmutableArray<PlannedLink> links, PlanState before, Func<PlanState> after) => (Links, Before, this.after) = (links, before, new(after));

    /// <summary>Five at most, what adds most for the least effort first, and no more when one more adds little; none where no tie among them is known, for then nothing tells which would add more.</summary>
    public ImmutableArray<PlannedLink> Links { get; }

    /// <summary>How they stand as far as is known.</summary>
    public PlanState Before { get; }

    /// <summary>How they would stand if all those links were made and they coordinated; found by making them in a branch of the graph.</summary>
    public PlanState After => after.Value;

    /// <summary>The links of a plan.</summary>
    internal static PlannedLinks Of(GraphView view, PlanSubject subject)
    {
        var network = NetworkOf(view, subject.Members);
        var before = StateOf(view, subject.Members, network);
        if (before.DistanceWeightedFragmentation is null || subject.Members.Length > MostMembers) return new([], before, () => before);
        var chosen = Telling(network);
        ImmutableArray<PlannedLink> links =
        [
            .. chosen.Links.Select(link => LinkOf(view, subject, link))
                .OrderByDescending(link => link.Gain / link.Effort).ThenByDescending(link => link.Barriers.Length).ThenBy(link => link.A).ThenBy(link => link.B),
        ];
        return new(links, before, () => AfterMaking(view, subject.Members, links));
    }

    // Links are added as long as one more adds a quarter of what the first does.
    private static LinkChoice Telling(Network network)
    {
        LinkChoice? first = null, chosen = null;
        foreach (var more in MissingLinks.BestOfEach(network, MissingIn(network)).Take(MostLinks))
        {
            first ??= more;
            if (chosen is not null && more.Gain - chosen.Gain < first.Gain * LeastOfFirst) break;
            chosen = more;
        }

        return chosen!;
    }

    private static PlannedLink LinkOf(GraphView view, PlanSubject subject, LinkGain link)
    {
        var (ties, a, b) = (CollaborationTies.Of(view), subject.Members[link.Link.A], subject.Members[link.Link.B]);
        return new()
        {
            View = view,
            A = a,
            B = b,
            Gain = link.Gain,
            WasAsked = ties.Of(a).Any(tie => (tie.A == b || tie.B == b) && tie.IsAsked),
            Introducers = [.. KnownBy(ties, a).Intersect(KnownBy(ties, b)).Order().Take(MostIntroducers)],
            Barriers = [.. subject.Barriers.Where(offer => Offers(view, offer, a) && Offers(view, offer, b)).Select(offer => offer.Barrier)],
        };
    }

    private static bool Offers(GraphView view, BarrierOffer offer, int actor) =>
        offer.Offers.Any(work => work == actor || view.Graph.Incoming(RelationKind.Runs).Neighbors(work).Contains(actor));

    private static IEnumerable<int> KnownBy(CollaborationTies ties, int actor) => ties.Of(actor).Where(tie => tie.Level > 0).Select(tie => tie.A == actor ? tie.B : tie.A);

    internal static IEnumerable<Link> MissingIn(Network network) =>
        from one in Enumerable.Range(0, network.NodeCount)
        from other in Enumerable.Range(one + 1, network.NodeCount - one - 1)
        where network.Neighbors(one).BinarySearch(other) < 0
        select new Link(one, other);

    internal static Network NetworkOf(GraphView view, ImmutableArray<int> members)
    {
        var ties = CollaborationTies.Of(view);
        return Network.Of(members.Length,
        [
            .. members.SelectMany((member, number) => ties.Above(member).ToArray().Where(tie => tie.Level > 0)
                .Select(tie => (number, Other: members.BinarySearch(tie.B))).Where(pair => pair.Other >= 0).Select(pair => new Edge(pair.number, pair.Other))),
        ]);
    }

    private static PlanState StateOf(GraphView view, ImmutableArray<int> members, Network network) =>
        new(Coordination.Among(members, CollaborationTies.Of(view)), network.EdgeCount == 0 ? null : DistanceWeightedFragmentation.Of(network));

    // The graph is branched, the links are really made there, and the same is asked of the branch.
    private static PlanState AfterMaking(GraphView view, ImmutableArray<int> members, ImmutableArray<PlannedLink> links)
    {
        var then = view.Supposing("links", links.SelectMany(link => SupposedTies.Making(view.Graph, link.A, link.B, Vocabulary.CoordinationLevel)));
        ImmutableArray<int> same = [.. members.Select(member => then.Graph.Find(view.Graph.Node(member).Key)!.Value).Order()];
        return StateOf(then, same, NetworkOf(then, same));
    }
}
