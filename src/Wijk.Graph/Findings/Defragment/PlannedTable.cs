using System.Collections.Immutable;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Whom to invite, what each brings, and who is missing.</summary>
public sealed record PlannedTable
{
    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>Those to invite; none when too few are known.</summary>
    public required ImmutableArray<Seat> Seats { get; init; }

    /// <summary>What is at it.</summary>
    public required TableCounts Counts { get; init; }

    /// <summary>The next best tables, two at most.</summary>
    public required ImmutableArray<ImmutableArray<Seat>> Alternatives { get; init; }

    /// <summary>Who can call the others together: who knows most of them; null when none of them is known to know another.</summary>
    public Seat? Convener => Seats.Where(seat => KnownTo(seat) > 0).MaxBy(KnownTo);

    /// <summary>Who pays for work of most of the organisations at the table that meet; null when nobody is known to.</summary>
    public required CommonFunder? CommonFunder { get; init; }

    /// <summary>What each organisation at the table does for those the plan is about: measures, by key.</summary>
    public required ImmutableDictionary<int, ImmutableArray<int>> Works { get; init; }

    /// <summary>Whether of any of those the plan is about it is recorded that their domain is physical or social; if not, nothing can be said of those sides.</summary>
    public required bool KnowsSides { get; init; }

    /// <summary>The sides that nobody at the table comes from, as far as is recorded.</summary>
    public required ImmutableArray<TableSide> MissingSides { get; init; }

    /// <summary>The organisations the plan is about that nobody at the table speaks for, those that do most for those people there first.</summary>
    public required ImmutableArray<int> NotSeated { get; init; }

    /// <summary>The barriers for which nobody at the table is known to have the mandate.</summary>
    public required ImmutableArray<MissingMandate> MissingMandates { get; init; }

    /// <summary>What makes one table better than another: what comes first decides, and what follows only among equals.</summary>
    public required ImmutableArray<TableCriterion> Order { get; init; }

    /// <summary>Whether no table is better by the order that was used.</summary>
    public required bool IsProven { get; init; }

    /// <summary>How many could be invited.</summary>
    public required int CandidateCount { get; init; }

    /// <summary>How many of the others at the table somebody is known to know, by whom they speak for.</summary>
    public int KnownTo(Seat seat) => Seats.Count(other => other.Organisation != seat.Organisation && CollaborationTies.Of(View).AreTied(seat.Organisation, other.Organisation));

    /// <summary>Who is missing and why, a sentence each.</summary>
    public IEnumerable<Words> Missing => TableWords.MissingAt(this);

    /// <summary>The table of a plan.</summary>
    internal static PlannedTable Of(GraphView view, PlanSubject subject, TableWishes wishes)
    {
        var pool = SeatPool.Of(view, subject, wishes);
        var result = TableSearch.Best(pool.Candidates(), new()
        {
            FewestSeats = DefragmentQuestion.FewestSeats,
            MostSeats = wishes.MostSeats,
            Included = pool.Included,
            Order = wishes.Order,
        });
        ImmutableArray<Seat> seats = result.Tables is [var best, ..] ? SeatsAt(best) : [];
        var there = seats.SelectMany(seat => seat.Barriers).ToHashSet();
        ListedAgency[] listed = [.. subject.Cells.SelectMany(cell => cell.List).Where(listed => seats.Any(seat => seat.Organisation == listed.Agency))];
        return new()
        {
            View = view,
            Seats = seats,
            Counts = result.Tables is [var first, ..] ? first.Counts : default,
            Alternatives = [.. result.Tables.Skip(1).Select(SeatsAt)],
            CommonFunder = CommonFunder.Of(view.Graph, listed),
            Works = listed.GroupBy(one => one.Agency)
                .ToImmutableDictionary(agency => agency.Key, agency => agency.SelectMany(one => one.Works).Select(work => work.Measure).Distinct().Order().ToImmutableArray()),
            KnowsSides = pool.KnowsSides,
            MissingSides = [.. Enum.GetValues<TableSide>().Except(seats.SelectMany(seat => seat.Sides))],
            NotSeated = seats.IsEmpty ? [] : [.. subject.AgenciesByWork().Except(seats.Select(seat => seat.Organisation))],
            MissingMandates =
            [
                .. subject.Barriers.Where(offer => !there.Contains(offer.Barrier))
                    .Select(offer => new MissingMandate(offer.Barrier, [.. Mandates.For(view.Graph, offer.Barrier)])),
            ],
            Order = wishes.Order,
            IsProven = result.IsProven,
            CandidateCount = pool.Seats.Length,
        };

        ImmutableArray<Seat> SeatsAt(Table table) => [.. table.Seats.Select(seat => pool.Seats[seat])];
    }
}

/// <summary>A barrier for which nobody at a table is known to have the mandate.</summary>
/// <param name="Barrier">The barrier.</param>
/// <param name="Holders">Whose mandate it takes, as far as is recorded; none: nobody is recorded.</param>
public sealed record MissingMandate(int Barrier, ImmutableArray<int> Holders);
