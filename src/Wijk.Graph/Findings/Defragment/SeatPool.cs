using System.Collections.Immutable;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Everybody who can be invited to a table.</summary>
internal sealed class SeatPool
{
    // The bits of a candidate.
    private const int MostBits = 64;

    private readonly GraphView view;
    private readonly PlanSubject subject;
    private readonly Activity activity;
    private readonly CollaborationTies ties;

    private SeatPool(GraphView view, PlanSubject subject, TableWishes wishes)
    {
        (this.view, this.subject, activity, ties) = (view, subject, Activity.Of(view), CollaborationTies.Of(view));
        var members = subject.AgenciesByWork().SelectMany(agency => SeatsOf(agency, isMember: true)).Concat(Connectors()).Concat(subject.Initiatives.Select(SeatOfInitiative));
        ImmutableArray<Seat> own = [.. members.Where(seat => !IsExcluded(seat))];
        KnowsSides = own.Any(seat => seat.Sides.Any(side => side != TableSide.Residents));
        var missing = Enum.GetValues<TableSide>().Except(own.SelectMany(seat => seat.Sides)).ToArray();
        Seat[] joining = [.. wishes.Included.Where(asked => !own.Any(seat => IsOf(seat, asked))).SelectMany(Joining)];
        Seats =
        [
            .. own, .. joining,
            .. missing.Length == 0 ? [] : Others(missing).Where(seat => !IsExcluded(seat) && !joining.Any(other => other.Node == seat.Node)).Take(Math.Max(0, TableSearch.LargestExhaustive - own.Length - joining.Length)),
        ];
        // Of an organisation one person is enough: who has most ties comes first.
        Included = [.. wishes.Included.Select(asked => Seats.Index().First(entry => IsOf(entry.Item, asked)).Index).Distinct()];

        bool IsExcluded(Seat seat) => wishes.Excluded.Any(asked => IsOf(seat, asked));

        static bool IsOf(Seat seat, int asked) => seat.Node == asked || seat.Organisation == asked;
    }

    /// <summary>Who can be invited: those the plan is about first, and then, for a side that is missing among them, others who work there.</summary>
    public ImmutableArray<Seat> Seats { get; }

    /// <summary>Those who sit at every table, since somebody asked for them; places in <see cref="Seats"/>.</summary>
    public ImmutableArray<int> Included { get; }

    /// <summary>Whether of any of those the plan is about it is recorded that their domain is physical or social.</summary>
    public bool KnowsSides { get; }

    /// <summary>Everybody who can be invited to the table of a plan.</summary>
    public static SeatPool Of(GraphView view, PlanSubject subject, TableWishes wishes) => new(view, subject, wishes);

    /// <summary>The same as candidates; a tie of two is one of those they speak for, at level 1 or more.</summary>
    public TablePool Candidates()
    {
        var perspectives = Seats.SelectMany(seat => seat.Perspectives).Distinct().Take(MostBits).Index().ToDictionary(entry => entry.Item, entry => entry.Index);
        var overlapping = subject.Cells.SelectMany(cell => cell.Pairs).Select(pair => (Math.Min(pair.A, pair.B), Math.Max(pair.A, pair.B))).ToHashSet();
        var barriers = subject.Barriers.Take(MostBits).Index().ToDictionary(entry => entry.Item.Barrier, entry => entry.Index);
        return new(
            [
                .. Seats.Select(seat => new TableCandidate(
                    seat.Organisation,
                    Bits(seat.Sides.Select(side => (int)side)),
                    Bits(seat.Barriers.Where(barriers.ContainsKey).Select(barrier => barriers[barrier])),
                    Bits(seat.Perspectives.Where(perspectives.ContainsKey).Select(perspective => perspectives[perspective])))),
            ],
            // Others come for a side that is missing: that they know each other is nothing to build on.
            Pairs((one, other) => (one.IsMember || other.IsMember) && ties.AreTied(one.Organisation, other.Organisation)),
            Pairs((one, other) => overlapping.Contains((Math.Min(one.Organisation, other.Organisation), Math.Max(one.Organisation, other.Organisation)))));

        IEnumerable<(int One, int Other)> Pairs(Func<Seat, Seat, bool> isJoined) =>
            from one in Enumerable.Range(0, Seats.Length)
            from other in Enumerable.Range(one + 1, Seats.Length - one - 1)
            where Seats[one].Organisation != Seats[other].Organisation && isJoined(Seats[one], Seats[other])
            select (one, other);
    }

    private IEnumerable<Seat> SeatsOf(int agency, bool isMember)
    {
        var graph = view.Graph;
        ImmutableArray<TableSide> sides = [.. SidesOf(agency, isMember)];
        ImmutableArray<Words> perspectives = [.. PerspectivesOf(agency)];
        int[] professionals = graph.Incoming(RelationKind.WorksFor).Neighbors(agency).ToArray();
        int[] people = professionals.Length > 0 ? [.. professionals.Distinct().OrderByDescending(TieCountOf).ThenBy(person => person)] : [agency];
        return people.Select(person => new Seat(person, agency, sides, MandatesOf(person, agency), perspectives, isMember));
    }

    // Of colleagues whoever has most ties of their own comes first.
    private int TieCountOf(int person) => view.Graph.Outgoing(RelationKind.Collaborates).Degree(person) + view.Graph.Incoming(RelationKind.Collaborates).Degree(person);

    // Whoever works for nobody that is recorded and knows two or more of them.
    private IEnumerable<Seat> Connectors() => subject.Members
        .SelectMany(member => ties.Of(member).Where(tie => tie.Level > 0).Select(tie => tie.A == member ? tie.B : tie.A).Distinct())
        .Where(actor => view.Graph.Node(actor).Kind == NodeKind.Professional)
        .CountBy(actor => actor)
        .Where(count => count.Value > 1)
        .Select(count => count.Key)
        .Order()
        .Select(person => new Seat(person, person, [], MandatesOf(person, person), [], true));

    // Somebody who is asked for and is not of those the plan is about.
    private IEnumerable<Seat> Joining(int asked)
    {
        var seats = view.Graph.Node(asked).Kind switch
        {
            NodeKind.Agency => SeatsOf(asked, isMember: false),
            NodeKind.Initiative => [SeatOfInitiative(asked, isMember: false)],
            _ => view.Graph.Outgoing(RelationKind.WorksFor).Neighbors(asked) is [var agency, ..]
                ? SeatsOf(agency, isMember: false).Where(seat => seat.Node == asked)
                : [new Seat(asked, asked, [], MandatesOf(asked, asked), [], IsMember: false)],
        };
        return seats.Select(seat => seat with { IsAskedFor = true });
    }

    private Seat SeatOfInitiative(int initiative) => SeatOfInitiative(initiative, true);

    private Seat SeatOfInitiative(int initiative, bool isMember) =>
        new(initiative, initiative, [TableSide.Residents], MandatesOf(initiative, initiative), [new("bewoners", "residents")], isMember);

    // Those who work in the same places, or in the whole of them; who knows one of the members comes first.
    private IEnumerable<Seat> Others(TableSide[] missing)
    {
        var areas = subject.Areas.SelectMany(area => Parts.Of(view.Graph, area).Concat(Wholes.Of(view.Graph, area).Select(whole => whole.Node))).ToHashSet();
        int[] works = [.. activity.All.Where(work => work.Area is { } area && areas.Contains(area)).Select(work => work.Work).Distinct()];
        var agencies = works.SelectMany(activity.AgenciesRunning).Distinct().Except(subject.Agencies).SelectMany(agency => SeatsOf(agency, isMember: false));
        var initiatives = works.SelectMany(activity.InitiativesBehind).Distinct().Except(subject.Initiatives).Select(initiative => SeatOfInitiative(initiative, false));
        return agencies.Concat(initiatives).Where(seat => seat.Sides.Any(missing.Contains))
            .OrderByDescending(seat => subject.Members.Any(member => ties.AreTied(seat.Organisation, member)))
            .ThenBy(seat => seat.Organisation).ThenBy(seat => seat.Node);
    }

    // A member comes from the domains of its work there; of others all their work counts.
    private IEnumerable<TableSide> SidesOf(int agency, bool isMember)
    {
        int[] there = isMember ? DomainsThere(agency) : [];
        int[] domains = there.Length > 0
            ? there
            : [.. activity.DomainsOf(agency), .. view.Graph.Outgoing(RelationKind.Runs).Neighbors(agency).ToArray().SelectMany(work => activity.DomainsOf(work))];
        return domains.Distinct().Select(SphereOf).Distinct().Select(sphere => sphere switch
        {
            "physical" => TableSide.Physical,
            "social" => TableSide.Social,
            _ => (TableSide?)null,
        }).OfType<TableSide>().Order();
    }

    private int[] DomainsThere(int agency) =>
        [.. subject.Cells.SelectMany(cell => cell.Agencies).Where(actor => actor.Actor == agency).SelectMany(actor => actor.Domains).Distinct().Order()];

    private string? SphereOf(int domain) => Wholes.Of(view.Graph, domain).Select(whole => view.Graph.Node(whole.Node).Attributes.Text("sphere")).FirstOrDefault(sphere => sphere is not null);

    private IEnumerable<Words> PerspectivesOf(int agency)
    {
        var type = view.Graph.Node(agency).Attributes.Text("type");
        var choice = Vocabulary.Of(NodeKind.Agency).Attributes.First(attribute => attribute.Name == "type").ChoiceLabels.FirstOrDefault(choice => choice.Code == type);
        return choice is not null && choice.Code != "unknown" ? [choice.Label] : DomainsThere(agency).Select(domain => (Words)view.Graph.Node(domain).Name).Distinct();
    }

    private ImmutableArray<int> MandatesOf(int person, int organisation) =>
        [.. subject.Barriers.Select(offer => offer.Barrier).Where(barrier => Mandates.For(view.Graph, barrier).Any(holder => holder == person || holder == organisation))];

    private static ulong Bits(IEnumerable<int> bits) => bits.Aggregate(0UL, (all, bit) => all | (1UL << bit));
}
