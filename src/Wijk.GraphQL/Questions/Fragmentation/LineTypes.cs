using GraphQL.Types;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types that say along which lines a network is split: silos by domain, sphere or kind of organisation, how well these divide it, and its core.</summary>
internal static class LineTypes
{
    // About how many groups there are.
    private const int UsualGroups = 8, UsualCore = 8;

    private static readonly Choices<GroupedBy> Groupings = new("GroupedBy", "By what the members of a network are put in groups.",
    [
        (GroupedBy.Domain, "The one domain they mostly work in."),
        (GroupedBy.Sphere, "The sphere of policy of their domains: physical, social, safety, economic, governance."),
        (GroupedBy.Perspective, "What they look from: the kind of organisation, residents being one."),
    ]);

    private static readonly Parameter<GroupedBy> By = Parameters.Choice("by", new("Waarop wordt gegroepeerd.", "By what the members are put in groups."), Groupings);

    /// <summary>Adds the fields.</summary>
    public static void AddTo(ObjectGraphType<FragmentationAnswer> type, SharedTypes types, ObjectGraphType<Interval> interval)
    {
        type.Add("silosBy", Silos(types, interval), "Whether ties stay inside groups, and which groups keep to themselves more than chance would give; null when nothing is known or no tie joins two with a group.",
            [By.ArgumentIn(types)],
            async context => await Operation.Of(context).FigureAsync(AnswerIn(context), FragmentationAnswer.SilosFigure(By.Of(context)), stop => AnswerIn(context).SilosBy(By.Of(context), stop), context.CancellationToken));
        type.Add("divisionBy", Division(types, interval), "How well those groups divide the network, beside the best division that was found and what chance gives; null when no tie joins two with a group. Slow on many thousands of members.",
            [By.ArgumentIn(types)],
            async context => await Operation.Of(context).FigureAsync(AnswerIn(context), FragmentationAnswer.DivisionFigure(By.Of(context)), stop => AnswerIn(context).DivisionBy(By.Of(context), stop), context.CancellationToken));
        type.Add("corePeriphery", Core(types, interval), "Whether ties run through a few who know each other; null when nothing is known, or nobody or everybody is tied.", [],
            async context => await Operation.Of(context).FigureAsync(AnswerIn(context), FragmentationAnswer.CoreFigure, AnswerIn(context).CorePeriphery, context.CancellationToken));
        type.Add("clustering", Clustering(types, interval), "How often two who have contact with the same third have contact with each other; null when nothing is known, or nobody has contact with two others.", [],
            async context => await Operation.Of(context).FigureAsync(AnswerIn(context), FragmentationAnswer.ClosureFigure, AnswerIn(context).Closure, context.CancellationToken));
    }

    private static FragmentationAnswer AnswerIn(global::GraphQL.IResolveFieldContext context) => (FragmentationAnswer)context.Source!;

    private static ObjectGraphType<GroupedSilos> Silos(SharedTypes types, ObjectGraphType<Interval> interval)
    {
        var group = new ObjectGraphType<GroupSilo> { Name = "GroupSilo", Description = "The ties of one group." };
        group.Add<GroupSilo>("name", types.Words.Required(), "What the group is called.", silo => silo.Group.Name);
        group.Add<GroupSilo>("memberCount", types.Int.Required(), "Members of the network that are in it.", silo => silo.MemberCount);
        group.Add<GroupSilo>("externalCount", types.Long.Required(), "Its ties with other groups.", silo => silo.ExternalCount);
        group.Add<GroupSilo>("internalCount", types.Long.Required(), "Its ties inside.", silo => silo.InternalCount);
        group.Add<GroupSilo>("index", types.Float.Required(), "Its E-I index, -1 to 1.", silo => silo.Test.Index);
        group.Add<GroupSilo>("expected", types.Float, "The index that chance gives on average; null where chance never gives it a tie.", silo => silo.Test.Expected);
        group.Add<GroupSilo>("pValue", types.Float.Required(), "How often chance gives an index as far off; two-sided.", silo => silo.Test.PValue);
        group.Add<GroupSilo>("qValue", types.Float.Required(), "The same, corrected for how many groups there are.", silo => silo.Test.QValue);
        group.Add<GroupSilo>("bounds", interval, "Between what its index lies for all who are active.", silo => silo.Bounds);

        var silos = new ObjectGraphType<GroupedSilos> { Name = "GroupedSilos", Description = "Whether ties stay inside groups: the E-I index (Krackhardt and Stern 1988)." };
        silos.Add<GroupedSilos>("reason", types.Words.Required(), "What this says, in sentences.", found => found.Reason);
        silos.Add<GroupedSilos>("by", types.EnumOf(Groupings).Required(), "By what the members are put in groups.", found => found.By);
        silos.Add<GroupedSilos>("index", types.Float.Required(), "(external - internal) / all: -1 when every tie stays inside, 1 when every tie crosses.", found => found.Test.Index);
        silos.Add<GroupedSilos>("expected", types.Float.Required(), "The index that chance gives on average.", found => found.Test.Expected);
        silos.Add<GroupedSilos>("pValue", types.Float.Required(), "How often chance gives an index as far from that; two-sided permutation test, 999 shuffles.", found => found.Test.PValue);
        silos.Add<GroupedSilos>("externalCount", types.Long.Required(), "Ties between groups.", found => found.ExternalCount);
        silos.Add<GroupedSilos>("internalCount", types.Long.Required(), "Ties inside one group.", found => found.InternalCount);
        silos.Add<GroupedSilos>("expectedInternalCount", types.Float.Required(), "How many would stay inside on average if ties took no notice of groups.", found => found.ExpectedInternalCount);
        silos.Add<GroupedSilos>("labelledCount", types.Int.Required(), "Members of whom one group is known; only ties between them count.", found => found.LabelledCount);
        silos.Add<GroupedSilos>("bounds", interval, "Between what the index lies for all who are active, however the pairs that nobody asked turn out.", found => found.Bounds);
        silos.Add<GroupedSilos>("groups", group.List(), "The same for each group with a tie, most inward first.", found => found.Groups).Costing(UsualGroups);
        return silos;
    }

    private static ObjectGraphType<GivenDivision> Division(SharedTypes types, ObjectGraphType<Interval> interval)
    {
        var spread = new ObjectGraphType<ChanceSpread> { Name = "ChanceSpread", Description = "What chance gives of a figure, and how far the figure is from that." };
        spread.Add<ChanceSpread>("mean", types.Float.Required(), "What chance gives on average.", chance => chance.Mean);
        spread.Add<ChanceSpread>("deviation", types.Float.Required(), "The standard deviation of what it gives.", chance => chance.Deviation);
        spread.Add<ChanceSpread>("z", types.Float, "How many standard deviations the figure lies above the mean; null where chance always gives the same.", chance => chance.Z);
        spread.Add<ChanceSpread>("pValue", types.Float.Required(), "How often chance gives as much or more.", chance => chance.PValue);
        spread.Add<ChanceSpread>("drawCount", types.Int.Required(), "How often chance was tried.", chance => chance.DrawCount);

        var division = new ObjectGraphType<GivenDivision> { Name = "GivenDivision", Description = "How well groups divide the network: modularity (Newman and Girvan 2004)." };
        division.Add<GivenDivision>("reason", types.Words.Required(), "What this says, in sentences.", found => found.Reason);
        division.Add<GivenDivision>("given", types.Float.Required(), "The modularity of the groups, -0.5 to 1.", found => found.Division.Given);
        division.Add<GivenDivision>("best", types.Float.Required(), "That of the best division that was found.", found => found.Division.Best);
        division.Add<GivenDivision>("byDealing", spread.Required(), "What dealing the groups anew over the same members gives.", found => found.Division.ByDealing);
        division.Add<GivenDivision>("byRandomTies", spread.Required(), "What the best division gives of networks in which each has as many ties, with others at random.", found => found.Division.ByRandomTies);
        division.Add<GivenDivision>("memberCount", types.Int.Required(), "Members of whom one group is known; the others are left out.", found => found.Division.NodeCount);
        division.Add<GivenDivision>("band", interval.Required(), "Between what 'given' moves when a tenth of what is known is left out. It has no bounds: a tie more may raise or lower it.", found => found.Band);
        return division;
    }

    private static ObjectGraphType<Closure> Clustering(SharedTypes types, ObjectGraphType<Interval> interval)
    {
        var clustering = new ObjectGraphType<Closure> { Name = "NetworkClustering", Description = "How often two who have contact with the same third have contact with each other, persons without organisation included." };
        clustering.Add<Closure>("reason", types.Words.Required(), "What this says, in sentences.", found => found.Reason);
        clustering.Add<Closure>("coefficient", types.Float.Required(), "The clustering coefficient of the network that is known, 0 to 1, also called transitivity (Barrat and Weigt 2000); a pair that nobody asked counts as no contact.", found => found.Coefficient);
        clustering.Add<Closure>("band", interval, "Between what 'coefficient' moves when a tenth of what is known is left out; null in a network too large to try. It has no bounds: a tie more may raise or lower it.", found => found.Band);
        clustering.Add<Closure>("tripleCount", types.Long.Required(), "How often two are known to have contact with the same third.", found => found.Triples.TripleCount);
        clustering.Add<Closure>("closedCount", types.Long.Required(), "How often these two are known to have contact: three for each triangle.", found => found.Triples.ClosedCount);
        clustering.Add<Closure>("openCount", types.Long.Required(), "How often they are known to have none.", found => found.Triples.OpenCount);
        clustering.Add<Closure>("unknownCount", types.Long.Required(), "How often it is not known of the two.", found => found.Triples.UnknownCount);
        clustering.Add<Closure>("share", interval.Required(), "Between what the share that is closed lies, of these triples and no others, however the pairs that nobody asked turn out.", found => found.Triples.Share!.Value);
        return clustering;
    }

    private static ObjectGraphType<CoreAndPeriphery> Core(SharedTypes types, ObjectGraphType<Interval> interval)
    {
        var core = new ObjectGraphType<CoreAndPeriphery>
        {
            Name = "CorePeriphery",
            Description = "A core whose members all have contact with each other and a periphery whose members have none, as far as that goes (Borgatti and Everett 2000; Lip 2011).",
        };
        core.Add<CoreAndPeriphery>("reason", types.Words.Required(), "What this says, in sentences.", found => found.Reason);
        core.Add<CoreAndPeriphery>("fit", types.Float.Required(), "How much of the pairs that no division explains this one explains, 0 to 1.", found => found.Chance.Fit);
        core.Add<CoreAndPeriphery>("expected", types.Float.Required(), "What networks with as many ties that fall anywhere give on average.", found => found.Chance.Expected);
        core.Add<CoreAndPeriphery>("pValue", types.Float.Required(), "How often they fit as well.", found => found.Chance.PValue);
        core.Add<CoreAndPeriphery>("band", interval, "Between what 'fit' moves when a tenth of what is known is left out; null in a network too large to try. It has no bounds: a tie more may raise or lower it.", found => found.Band);
        core.Add<CoreAndPeriphery>("coreSize", types.Int.Required(), "How many the smallest best core has: more than 'core' and persons where some of 'edge' must be taken in, and it is not told which.", found => found.CoreSize);
        core.Add<CoreAndPeriphery>("tieCount", types.Int.Required(), "Ties in all.", found => found.TieCount);
        core.Add<CoreAndPeriphery>("touchingCount", types.Int.Required(), "Ties with somebody of the core at an end.", found => found.TouchingCount);
        core.Add<CoreAndPeriphery>("innerCount", types.Int.Required(), "Ties between two of the core.", found => found.InnerCount);
        core.Add<CoreAndPeriphery>("core", types.Nodes.Item.List(), "Organisations and initiatives that are of the core in every best division; persons are never listed.", found => Organisations(found, found.Core)).Costing(UsualCore);
        core.Add<CoreAndPeriphery>("edge", types.Nodes.Item.List(), "Those that are as near as one of the core, so that some of them are in it.", found => Organisations(found, found.Edge)).Costing(UsualCore);
        return core;
    }

    private static IEnumerable<object> Organisations(CoreAndPeriphery found, IEnumerable<int> members) =>
        members.Where(member => found.View.Graph.Node(member).Kind != NodeKind.Professional).Select(member => AnswerTypes.At(found.View, member));
}
