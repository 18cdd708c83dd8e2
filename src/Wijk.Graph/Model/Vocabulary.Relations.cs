using System.Collections.Immutable;
using static Wijk.Graph.Model.NodeKind;

namespace Wijk.Graph.Model;

public static partial class Vocabulary
{
    /// <summary>The relation table, in the order of <see cref="RelationKind"/>.</summary>
    public static ImmutableArray<RelationDefinition> Relations { get; } =
    [
        Relation(RelationKind.PartOf, new("is deel van", "is part of"), "Belongs to something larger of its kind; an initiative belongs to a scheme.",
            [
                new([Area, Domain, TargetGroup, Agency, Measure], [Area, Domain, TargetGroup, Agency, Measure], SameKind: true),
                new([Initiative], [Measure]),
            ]),
        Relation(RelationKind.Runs, new("voert uit", "runs"), "Carries the measure out.", [new([Agency, Initiative], [Measure])]),
        Relation(RelationKind.Funds, new("betaalt", "funds"), "Grants money; identified by funder, target, year and ordinal.",
            [new([Agency], [Measure, Initiative, Trajectory])],
            Number("amount", new("bedrag", "amount"), "What was granted."),
            Text("currency", new("valuta", "currency"), "The ISO 4217 code of the amounts."),
            Number("requested", new("aangevraagd", "requested"), "What was asked for."),
            Integer("year", new("jaar", "year"), "The year the money is for.", 1800, 2200) with { Identifies = true },
            Choice("recurrence", new("periodiciteit", "recurrence"), "Whether it is granted once or again and again.", "oneOff", "recurring"),
            Integer("ordinal", new("volgnummer", "ordinal"), "Tells grants of one funder to one target in one year apart; from 1.", 1, 1_000_000)
                with { Identifies = true }),
        Relation(RelationKind.Of, new("is inzet van", "is a targeting of"), "The measure or initiative of a targeting.",
            [new([Targeting], [Measure, Initiative])]),
        Relation(RelationKind.For, new("is voor", "is for"), "The people meant.", [new([Targeting, NodeKind.Barrier, Consultation], [TargetGroup])]),
        Relation(RelationKind.In, new("is in", "is in"), "The place meant.", [new([Targeting, NodeKind.Barrier, Consultation], [Area])]),
        Relation(RelationKind.SeatedIn, new("is gevestigd in", "is seated in"), "Where it has its office: never where it works.",
            [new([Agency, Initiative], [Area])]),
        Relation(RelationKind.InDomain, new("valt onder", "is in domain"), "The policy domain or activity.",
            [new([Measure, Initiative, NodeKind.Barrier, Agency], [Domain])],
            Number("weight", new("gewicht", "weight"), "Its share when there are several.", 0, 1)),
        Relation(RelationKind.WorksFor, new("werkt voor", "works for"), "On whose behalf somebody works.", [new([Professional], [Agency])],
            Choice("contract", new("dienstverband", "contract"), "How they are engaged.", "employed", "hired", "volunteer")),
        Relation(RelationKind.Supports, new("ondersteunt", "supports"), "Helps the initiative.", [new([Agency, Professional], [Initiative])]),
        Relation(RelationKind.Collaborates, new("werkt samen met", "collaborates with"),
            "Works together at a level; one for each pair and who reported it. No relation means that nobody asked.",
            [new([Agency, Initiative, Professional], [Agency, Initiative, Professional])],
            Integer("level", new("niveau", "level"),
                    "0 asked, and there is no contact; 1 know each other; 2 exchange; 3 coordinate; 4 decide together; 5 one approach.",
                    0, HighestCollaborationLevel) with { IsRequired = true },
            Text("scheme", new("schaal", "scheme"), "The scale the source used; sources order cooperation and coordination differently."),
            Text("reportedBy", new("gemeld door", "reported by"), "Who said so: an organisation or a role, never a person's name.") with { Identifies = true })
            with { IsDirected = false },
        Relation(RelationKind.RefersTo, new("verwijst naar", "refers to"), "Sends residents on to.", [new([Agency, Measure], [Agency, Measure])]),
        Relation(RelationKind.Addresses, new("pakt aan", "addresses"), "Is meant to take the barrier away.",
            [new([Measure, Initiative, LeveragePoint], [NodeKind.Barrier])]),
        Relation(RelationKind.CausedBy, new("komt door", "is caused by"), "The rule or process behind the barrier.",
            [new([NodeKind.Barrier], [NodeKind.Barrier, Measure, Agency])]),
        Relation(RelationKind.NeedsMandateOf, new("vraagt mandaat van", "needs the mandate of"), "Who must agree before it can move.",
            [new([LeveragePoint], [Agency, Professional])]),
        Relation(RelationKind.Succeeds, new("volgt op", "succeeds"), "Continues what came before.",
            [new([Measure, Initiative], [Measure, Initiative], SameKind: true)]),
        Relation(RelationKind.MemberOf, new("doet mee aan", "is a member of"), "Takes part in the trajectory.",
            [new([Agency, Initiative, Professional], [Trajectory])],
            Choice("role", new("rol", "role"), "As what.", "member", "convener")),
        Relation(RelationKind.Asked, new("vroeg in", "asked in"), "Held the consultation.", [new([Agency], [Consultation])]),
        Relation(RelationKind.Returned, new("gaf terug op", "returned on"), "Came back after the consultation.", [new([Return], [Consultation])]),
        Relation(RelationKind.CommittedBy, new("is toegezegd door", "was committed by"), "Who promised.", [new([Commitment], [Agency, Professional])]),
        Relation(RelationKind.CommittedTo, new("is toegezegd aan", "was committed to"), "To whom it was promised.",
            [new([Commitment], [Agency, Initiative, TargetGroup, Area])]),
        Relation(RelationKind.About, new("gaat over", "is about"), "What it speaks of.",
            [new([Document, Commitment, Finding, Suggestion], [.. Enum.GetValues<NodeKind>()])]),
        Relation(RelationKind.LedTo, new("leidde tot", "led to"), "What came of it.",
            [new([Document, Consultation, Finding, Suggestion], [Measure, Commitment, Decision])]),
        Relation(RelationKind.Endorses, new("onderschrijft", "endorses"), "Agrees, from a perspective.", Views(), ViewAttributes()),
        Relation(RelationKind.Disputes, new("betwist", "disputes"), "Disagrees, from a perspective.", Views(), ViewAttributes()),
    ];

    private static RelationDefinition Relation(
        RelationKind kind, Words label, string description, ImmutableArray<RelationEnds> ends, params AttributeDefinition[] attributes) =>
        new(kind, label, description, ends, [.. attributes]);

    private static ImmutableArray<RelationEnds> Views() => [new([Agency, Initiative, Professional], [Finding, Suggestion])];

    private static AttributeDefinition[] ViewAttributes() =>
    [
        Text("perspective", new("perspectief", "perspective"), "From whose point of view."),
        Text("text", new("tekst", "text"), "Why."),
    ];
}
