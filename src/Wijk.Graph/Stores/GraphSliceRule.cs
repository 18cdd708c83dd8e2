using System.Collections.Immutable;
using Wijk.Graph.Model;
using static Wijk.Graph.Model.NodeKind;

namespace Wijk.Graph.Stores;

/// <summary>One path of a step: from nodes of these kinds over this relation to nodes of those kinds.</summary>
/// <param name="From">The kinds it starts at.</param>
/// <param name="Relation">The kind of relation.</param>
/// <param name="IsForward">Whether it goes from the relation's start to its end; otherwise from its end to its start.</param>
/// <param name="To">The kinds it leads to; others are passed by.</param>
public sealed record SlicePath(ImmutableArray<NodeKind> From, RelationKind Relation, bool IsForward, ImmutableArray<NodeKind> To);

/// <summary>One step: its paths all start at what the steps before it found, and at what it found itself when it goes on.</summary>
/// <param name="GoesOn">Whether it is repeated from what it finds, until it finds nothing more.</param>
/// <param name="Paths">The paths.</param>
public sealed record SliceStep(bool GoesOn, params ImmutableArray<SlicePath> Paths);

/// <summary>What belongs to a slice, as data: every store follows the same steps, in Cypher or in memory.</summary>
/// <remarks>
/// It starts with the areas that are named, follows the steps in order, and holds every node that was found and every relation between two of
/// them. Dates play no part. No step but the first and the last leads to an area, so other areas and what is only there stay out. The last
/// step finds the areas around, for context: since nothing follows it, what is there stays out as well.
/// </remarks>
public static class GraphSliceRule
{
    private static readonly ImmutableArray<NodeKind> Actors = [Agency, Initiative, Professional];
    private static readonly ImmutableArray<NodeKind> Statements = [Document, Commitment, Finding, Suggestion];
    private static readonly ImmutableArray<NodeKind> Work = [Measure, Initiative];

    /// <summary>The steps, in order.</summary>
    public static ImmutableArray<SliceStep> Steps { get; } =
    [
        // The parts of the areas, and the areas that they replaced: what still names one of those belongs here now.
        new(GoesOn: true,
            Back([Area], RelationKind.PartOf, Area),
            Forth([Area], RelationKind.Succeeds, Area)),
        // What is targeted, seated, held, promised or told there.
        new(GoesOn: false,
            Back([Area], RelationKind.In, Targeting, NodeKind.Barrier, Consultation, Inquiry),
            Back([Area], RelationKind.SeatedIn, Agency, Initiative),
            Back([Area], RelationKind.CommittedTo, Commitment),
            Back([Area], RelationKind.About, [.. Statements])),
        // What a targeting, barrier, consultation or inquiry points at, and what points at it.
        new(GoesOn: false,
            Forth([Targeting], RelationKind.Of, Measure, Initiative),
            Forth([Targeting, NodeKind.Barrier, Consultation, Inquiry], RelationKind.For, TargetGroup),
            Forth([NodeKind.Barrier], RelationKind.InDomain, Domain),
            Forth([NodeKind.Barrier], RelationKind.CausedBy, NodeKind.Barrier, Measure, Agency),
            Back([NodeKind.Barrier], RelationKind.CausedBy, NodeKind.Barrier),
            Back([NodeKind.Barrier], RelationKind.Addresses, Measure, Initiative, LeveragePoint),
            Back([Consultation], RelationKind.Asked, Agency),
            Back([Consultation], RelationKind.Returned, Return),
            Forth([Inquiry], RelationKind.Inquired, [.. Actors]),
            Forth([Consultation], RelationKind.LedTo, Measure, Commitment, Decision)),
        // Who runs, funds and supports the work, its domains, what it succeeds, and all else that it is joined to.
        new(GoesOn: false,
            Back([Measure], RelationKind.Runs, Agency, Initiative),
            Forth([Initiative], RelationKind.Runs, Measure),
            Back(Work, RelationKind.Funds, Agency),
            Back([Initiative], RelationKind.Supports, Agency, Professional),
            Forth(Work, RelationKind.InDomain, Domain),
            Forth(Work, RelationKind.Succeeds, [.. Work]),
            Back(Work, RelationKind.Succeeds, [.. Work]),
            Forth([Measure], RelationKind.RefersTo, Agency, Measure),
            Back([Measure], RelationKind.RefersTo, Agency, Measure),
            Forth(Work, RelationKind.Addresses, NodeKind.Barrier),
            Back([Measure], RelationKind.CausedBy, NodeKind.Barrier),
            Forth([Initiative], RelationKind.Collaborates, [.. Actors]),
            Back([Initiative], RelationKind.Collaborates, [.. Actors]),
            Forth([Initiative], RelationKind.MemberOf, Trajectory),
            Back([Initiative], RelationKind.CommittedTo, Commitment),
            Back([Measure], RelationKind.LedTo, Document, Consultation, Finding, Suggestion)),
        // For whom a professional works: without it they would seem to belong to nobody. And who pays for a trajectory.
        new(GoesOn: false,
            Forth([Professional], RelationKind.WorksFor, Agency),
            Back([Trajectory], RelationKind.Funds, Agency)),
        // The domains and the professionals of an agency, and which agencies came before and after it. Its ties with what is in the slice come
        // by themselves.
        new(GoesOn: false,
            Forth([Agency], RelationKind.InDomain, Domain),
            Forth([Agency], RelationKind.Succeeds, Agency),
            Back([Agency], RelationKind.Succeeds, Agency),
            Back([Agency], RelationKind.WorksFor, Professional)),
        // What is written, promised and found about any of these, and the rounds in which they were asked.
        new(GoesOn: false,
            Back([.. Enum.GetValues<NodeKind>()], RelationKind.About, [.. Statements]),
            Back(Actors, RelationKind.Inquired, Inquiry)),
        // Who promised what to whom, what came of it, who agrees, whose mandate it takes, and whom a round was about.
        new(GoesOn: false,
            Forth([Inquiry], RelationKind.For, TargetGroup),
            Forth([Commitment], RelationKind.CommittedBy, Agency, Professional),
            Forth([Commitment], RelationKind.CommittedTo, Agency, Initiative, TargetGroup),
            Forth([Document, Finding, Suggestion], RelationKind.LedTo, Measure, Commitment, Decision),
            Back([Finding, Suggestion], RelationKind.Endorses, [.. Actors]),
            Back([Finding, Suggestion], RelationKind.Disputes, [.. Actors]),
            Forth([LeveragePoint], RelationKind.NeedsMandateOf, Agency, Professional)),
        // What all of these are part of: schemes, departments, wider domains and groups.
        new(GoesOn: true, Forth([Domain, TargetGroup, Agency, Measure, Initiative], RelationKind.PartOf, Domain, TargetGroup, Agency, Measure)),
        // The areas around and those that came after, for context.
        new(GoesOn: true,
            Forth([Area], RelationKind.PartOf, Area),
            Back([Area], RelationKind.Succeeds, Area)),
    ];

    private static SlicePath Forth(ImmutableArray<NodeKind> from, RelationKind relation, params ImmutableArray<NodeKind> to) =>
        new(from, relation, IsForward: true, to);

    private static SlicePath Back(ImmutableArray<NodeKind> from, RelationKind relation, params ImmutableArray<NodeKind> to) =>
        new(from, relation, IsForward: false, to);
}
