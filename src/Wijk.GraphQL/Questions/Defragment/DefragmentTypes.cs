using GraphQL.Types;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Questions.Overlap;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Defragment;

/// <summary>The types that <c>defragment</c> answers with.</summary>
internal sealed class DefragmentTypes
{
    private static readonly Choices<PlanOrigin> Origins = new("PlanOrigin", "Why some organisations and initiatives are looked at together.",
    [
        (PlanOrigin.Cell, "They are there for the same people in the same place, and not all of them coordinate."),
        (PlanOrigin.Cluster, "They hang together by ties that are known."),
        (PlanOrigin.Barrier, "They have to do with one barrier."),
    ]);

    private static readonly Choices<TableSide> Sides = new("TableSide", "What a table needs somebody from.",
    [
        (TableSide.Physical, "The physical domain."),
        (TableSide.Social, "The social domain."),
        (TableSide.Residents, "Residents, by an initiative of theirs."),
    ]);

    /// <summary>What makes one table better than another.</summary>
    public static Choices<TableCriterion> Criteria { get; } = new("TableCriterion", "What makes one table better than another. More is better, except of organisations.",
    [
        (TableCriterion.Sides, "How many of the sides are there: the physical domain, the social domain, residents."),
        (TableCriterion.Barriers, "How many barriers are within somebody's mandate."),
        (TableCriterion.Perspectives, "How many perspectives there are."),
        (TableCriterion.Overlaps, "How many pairs do work that overlaps."),
        (TableCriterion.Ties, "How many pairs know each other already."),
        (TableCriterion.FewestOrganisations, "How few organisations it takes."),
    ]);

    private static readonly AnswerItems<DefragmentAnswer, DefragmentPlan> Plans = new((answer, _) => answer.Plans, AnswerKeys.OfPlan);

    private readonly SharedTypes types;
    private readonly AnswerTypes answers;

    public DefragmentTypes(SharedTypes types, AnswerTypes answers)
    {
        (this.types, this.answers) = (types, answers);
        Answer = new() { Name = "Defragmentation", Description = "Whom to bring together, about what, and what would change." };
        Answer.Add<DefragmentAnswer>("barrier", types.String, "The barrier that was asked for, as given; null for all that stands out.", answer => answer.Question.Barrier);
        Answer.Add<DefragmentAnswer>("seats", types.Int.Required(), "How many sit at a table at most.", answer => answer.Question.Seats);
        Answer.Add<DefragmentAnswer>("include", types.String.List(), "Who was asked to sit at every table, as given.", answer => answer.Question.Include);
        Answer.Add<DefragmentAnswer>("exclude", types.String.List(), "Who was asked to sit at none, as given.", answer => answer.Question.Exclude);
        Answer.Add<DefragmentAnswer>("order", types.EnumOf(Criteria).List(), "What makes one table better than another: what comes first decides, what follows counts only among equals.",
            answer => answer.Question.Order.Select(criterion => (object)criterion)).Costing(Criteria.All.Length);
        Answer.Add<DefragmentAnswer>("problems", types.Words.List(), "Why no table can be set as it was asked; none when one can.", answer => answer.Problems);
        Answer.AddList("plans", Plan(),
            "What to begin with first: combinations of a group and an area in which organisations meet and do not all coordinate, what can be acted on first; then clusters, the largest first.",
            types, Plans, at => ByOrder(at.Item));
        answers.AddSearch(AnswerKeys.Plan, Plans, AnswerKeys.DefragmentOf);
    }

    /// <summary>The type <c>Defragmentation</c>.</summary>
    public ObjectGraphType<DefragmentAnswer> Answer { get; }

    private static SortKey ByOrder(DefragmentPlan plan)
    {
        if (plan.Origin != PlanOrigin.Cell)
            return SortKey.Of([SortKey.Up(1), SortKey.Down(plan.Agencies.Length + plan.Initiatives.Length)], plan.View.Graph.Node(plan.Agencies.Concat(plan.Initiatives).Min()).Key);
        var order = OverlapTypes.ByOrder(plan.Cells[0]);
        return SortKey.Of([SortKey.Up(0), order.First], order.Second);
    }

    private ObjectGraphType<AnswerItem<DefragmentPlan>> Plan()
    {
        var plan = new ObjectGraphType<AnswerItem<DefragmentPlan>> { Name = "DefragmentPlan", Description = "Whom to bring together, about what, and what would change." };
        types.Nodes.Add(plan);
        plan.Add<AnswerItem<DefragmentPlan>>("reason", types.Words.Required(), "What this says, and what is not known of it.", at => at.Item.Reason);
        plan.Add<AnswerItem<DefragmentPlan>>("nextStep", types.Words.Required(), "Whom to invite, and who can call them together.", at => at.Item.NextStep);
        plan.Add<AnswerItem<DefragmentPlan>>("origin", types.EnumOf(Origins).Required(), "Why they are looked at together.", at => at.Item.Origin);
        plan.Add<AnswerItem<DefragmentPlan>>("title", types.Words.Required(), "What it is about.", at => at.Item.Title);
        plan.AddNodes("agencies", NodeKind.Agency, "The agencies it is about, by key.", types, one => one.Agencies);
        plan.AddNodes("initiatives", NodeKind.Initiative, "The residents' initiatives it is about, by key.", types, one => one.Initiatives);
        plan.AddNodes("loneInitiatives", NodeKind.Initiative, "Those of them that stand alone, as far as is known, and would no longer; by key.", types, one => one.LoneInitiatives);
        plan.AddNodes("measures", NodeKind.Measure, "The measures to align, by key.", types, one => one.Measures);
        plan.AddNodes("domains", NodeKind.Domain, "The domains of those measures, by key.", types, one => one.Domains);
        plan.AddNodes("barriers", NodeKind.Barrier, "The barriers of the people and places it is about, by key.", types, one => one.Barriers.Select(offer => offer.Barrier));
        plan.AddNodes("barriersWithoutOffer", NodeKind.Barrier, "Those of them that nobody addresses, by key.", types,
            one => one.Barriers.Where(offer => offer.Offers.IsEmpty).Select(offer => offer.Barrier));
        plan.Add<AnswerItem<DefragmentPlan>>("overlaps", types.Id.List(), "The overlaps it would resolve: the ids of the cells in which two or more of them meet from different domains.",
            at => at.Item.Cells.Select(cell => ViewId.Of(at.View, AnswerKeys.OfCell(cell)))).Costing(5);
        plan.Add<AnswerItem<DefragmentPlan>>("potCount", types.Int.Required(), "From how many pots those measures are paid, a funder with a scheme each: pots that could be joined.",
            at => at.Item.Pots.Count());
        plan.Add<AnswerItem<DefragmentPlan>>("table", Table().Required(), "Whom to invite.", at => new InView<PlannedTable>(at.View, at.Item.Table));
        plan.Add<AnswerItem<DefragmentPlan>>("links", Link().List(),
            "The links to make between them, five at most, what adds most for the least effort first; none where no tie among them is known, for then nothing tells which would add more.",
            at => at.Item.Links.Links.Select(link => new InView<PlannedLink>(at.View, link))).Costing(5);
        var state = State();
        plan.Add<AnswerItem<DefragmentPlan>>("before", state.Required(), "How they stand as far as is known.", at => at.Item.Links.Before);
        plan.Add<AnswerItem<DefragmentPlan>>("after", state.Required(), "How they would stand if those links were made and they coordinated; found by making them in a branch of the graph.",
            at => at.Item.Links.After);
        plan.AddEvidence("evidence", "The targetings and ties that it rests on, by key.", types, at => (at.View, at.Key, at.Item.Evidence));
        return plan;
    }

    private ObjectGraphType<InView<PlannedTable>> Table()
    {
        var (table, seat) = (new ObjectGraphType<InView<PlannedTable>> { Name = "PlannedTable", Description = "Whom to invite, what each brings, and who is missing." }, Seat());
        table.Add<InView<PlannedTable>>("seats", seat.List(), "Those to invite; none when too few are known.", at => SeatsAt(at, at.Item.Seats)).Costing(5);
        table.Add<InView<PlannedTable>>("convener", seat, "Who can call the others together: who knows most of them. Null when none of them is known to know another.",
            at => at.Item.Convener is { } convener ? new PlacedSeat(at.Item, convener) : null);
        table.Add<InView<PlannedTable>>("missing", types.Words.List(), "Who is missing and why, a sentence each.", at => at.Item.Missing).Costing(3);
        table.Add<InView<PlannedTable>>("missingSides", types.EnumOf(Sides).List(), "The sides that nobody at the table comes from.", at => at.Item.MissingSides.Select(side => (object)side));
        foreach (var (criterion, name, description) in Counted)
            table.Add<InView<PlannedTable>>(name, types.Int.Required(), description, at => at.Item.Counts.Of(criterion));
        table.Add<InView<PlannedTable>>("isProven", types.Boolean.Required(),
            "Whether no table is better by the order that is used; it stands at the answer.", at => at.Item.IsProven);
        table.Add<InView<PlannedTable>>("candidateCount", types.Int.Required(), "How many could be invited.", at => at.Item.CandidateCount);
        var alternative = new ObjectGraphType<PlacedSeat[]> { Name = "AlternativeTable", Description = "Another table, nearly as good." };
        alternative.Add<PlacedSeat[]>("seats", seat.List(), "Those to invite.", seats => seats).Costing(5);
        table.Add<InView<PlannedTable>>("alternatives", alternative.List(), "The next best tables, two at most.",
            at => at.Item.Alternatives.Select(seats => SeatsAt(at, seats).ToArray())).Costing(2);
        return table;
    }

    private static (TableCriterion Criterion, string Name, string Description)[] Counted =>
    [
        (TableCriterion.Sides, "sideCount", "How many of the three sides are there: the physical domain, the social domain, residents."),
        (TableCriterion.Barriers, "mandateCount", "For how many of the barriers somebody at the table has the mandate."),
        (TableCriterion.Perspectives, "perspectiveCount", "How many perspectives there are: types of organisation or, where the type is not known, the domains of their work there."),
        (TableCriterion.Overlaps, "overlapCount", "How many pairs at the table overlap: a measure of one and a measure of the other share no domain."),
        (TableCriterion.Ties, "tieCount", "How many pairs know each other already."),
        (TableCriterion.FewestOrganisations, "organisationCount", "How many organisations there are."),
    ];

    private static IEnumerable<PlacedSeat> SeatsAt(InView<PlannedTable> at, IEnumerable<Seat> seats) => seats.Select(seat => new PlacedSeat(at.Item, seat));

    private ObjectGraphType<PlacedSeat> Seat()
    {
        var seat = new ObjectGraphType<PlacedSeat> { Name = "Seat", Description = "Somebody who can be invited. A professional is told by their role, never by their name." };
        seat.Add<PlacedSeat>("who", types.Words.Required(), "A role and for whom, someone from an organisation, or the name of an initiative.", at => TableWords.NameOf(at.Table.View, at.Seat));
        seat.Add<PlacedSeat>("does", types.Words, "What they do for those the plan is about, by name; null where none of it is known.", at => TableWords.DoesOf(at.Table, at.Seat));
        seat.Add<PlacedSeat>("brings", types.Words.Required(), "What they bring to the table.", at => TableWords.BringsOf(at.Table, at.Seat));
        seat.Add<PlacedSeat>("organisation", types.Nodes.Item.Required(), "Whom they speak for; themselves where no organisation is known.", at => AnswerTypes.At(at.Table.View, at.Seat.Organisation));
        seat.Add<PlacedSeat>("sides", types.EnumOf(Sides).List(), "The sides they come from.", at => at.Seat.Sides.Select(side => (object)side));
        seat.Add<PlacedSeat>("isMember", types.Boolean.Required(), "Whether they are one of those the plan is about; if not, they work in the same place and bring a side that is missing.",
            at => at.Seat.IsMember);
        seat.Add<PlacedSeat>("isAskedFor", types.Boolean.Required(), "Whether they are there since somebody asked for them, and are not one of those the plan is about.", at => at.Seat.IsAskedFor);
        seat.Add<PlacedSeat>("barriers", types.Nodes.Of(NodeKind.Barrier).List(), "The barriers for which something needs their mandate, or that of their organisation.",
            at => at.Seat.Barriers.Select(barrier => AnswerTypes.At(at.Table.View, barrier)));
        return seat;
    }

    private ObjectGraphType<InView<PlannedLink>> Link()
    {
        var link = new ObjectGraphType<InView<PlannedLink>> { Name = "PlannedLink", Description = "A link that is not known to be there, and what it would add." };
        link.Add<InView<PlannedLink>>("reason", types.Words.Required(), "Why this link, and what is not known of it.", at => at.Item.Reason);
        link.Add<InView<PlannedLink>>("a", types.Nodes.Item.Required(), "One end.", at => AnswerTypes.At(at.View, at.Item.A));
        link.Add<InView<PlannedLink>>("b", types.Nodes.Item.Required(), "The other end.", at => AnswerTypes.At(at.View, at.Item.B));
        link.Add<InView<PlannedLink>>("gain", types.Float.Required(), "By how much the distance-weighted fragmentation of those the plan is about falls by this link alone, 0 to 1.", at => at.Item.Gain);
        link.Add<InView<PlannedLink>>("effort", types.Int.Required(), "How many introductions it takes, as far as is known: 1 where somebody knows both, else 2.", at => at.Item.Effort);
        link.Add<InView<PlannedLink>>("wasAsked", types.Boolean.Required(), "Whether they were asked, and have no contact; if not, nobody asked and they may well know each other.", at => at.Item.WasAsked);
        link.Add<InView<PlannedLink>>("introducers", types.Nodes.Item.List(), "Who knows both and can introduce them, three at most. Persons by role; the name is personal data.",
            at => at.Item.Introducers.Select(node => AnswerTypes.At(at.View, node)));
        link.Add<InView<PlannedLink>>("barriers", types.Nodes.Of(NodeKind.Barrier).List(), "The barriers that both work on.", at => at.Item.Barriers.Select(barrier => AnswerTypes.At(at.View, barrier)));
        return link;
    }

    private ObjectGraphType<PlanState> State()
    {
        var state = new ObjectGraphType<PlanState> { Name = "PlanState", Description = "How those a plan is about stand to each other." };
        state.Add<PlanState>("coordination", answers.Coordination.Required(), "What is known of coordination between them.", one => one.Coordination);
        state.Add<PlanState>("distanceWeightedFragmentation", types.Float,
            "How far they are apart by the ties that are known, 0 to 1; null when none is known.", one => one.DistanceWeightedFragmentation);
        return state;
    }

    // A seat, and the table it is told of.
    private sealed record PlacedSeat(PlannedTable Table, Seat Seat);
}
