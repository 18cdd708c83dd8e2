using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types that say whether ties stay inside domains.</summary>
internal static class SiloTypes
{
    /// <summary>The type <c>Silos</c>.</summary>
    public static ObjectGraphType<FragmentationAnswer> Silos(SharedTypes types, AnswerTypes answers)
    {
        var domain = FragmentationTypes.Item<DomainSilo>("DomainSilo", "Ties of one domain.", types);
        domain.Add<AnswerItem<DomainSilo>>("domain", types.Nodes.Of(NodeKind.Domain).Required(), "The domain.", at => AnswerTypes.At(at.View, at.Item.Domain));
        domain.Add<AnswerItem<DomainSilo>>("externalCount", types.Long.Required(), "Its ties with other domains.", at => at.Item.ExternalCount);
        domain.Add<AnswerItem<DomainSilo>>("internalCount", types.Long.Required(), "Ties inside it.", at => at.Item.InternalCount);
        domain.Add<AnswerItem<DomainSilo>>("index", types.Float, "Its E-I index, -1 to 1.", at => at.Item.Index);

        var silos = new ObjectGraphType<FragmentationAnswer>
        {
            Name = "Silos",
            Description = "Whether ties stay inside domains: the E-I index (Krackhardt and Stern 1988). Each member counts under the domain it mostly works in.",
        };
        silos.Add<FragmentationAnswer>("index", types.Float.Required(), "(external - internal) / all: -1 when every tie stays inside, 1 when every tie crosses.",
            answer => answer.Silos!.Index);
        silos.Add<FragmentationAnswer>("expected", types.Float.Required(), "The index that chance gives on average.", answer => answer.Silos!.Expected);
        silos.Add<FragmentationAnswer>("pValue", types.Float.Required(), "How often chance gives an index as far from that; two-sided permutation test, 999 shuffles.",
            answer => answer.Silos!.PValue);
        silos.Add<FragmentationAnswer>("externalCount", types.Long.Required(), "Ties between domains.", answer => answer.Silos!.ExternalCount);
        silos.Add<FragmentationAnswer>("internalCount", types.Long.Required(), "Ties inside one domain.", answer => answer.Silos!.InternalCount);
        silos.Add<FragmentationAnswer>("labelledCount", types.Int.Required(), "Members of whom one main domain is known; only ties between them count.",
            answer => answer.Silos!.LabelledCount);
        FragmentationTypes.Add(silos, "domains", domain, "The same for each domain, most inward first; those without a tie before all.", types, answers,
            AnswerKeys.DomainSilo, (answer, _) => answer.Silos?.Domains ?? [], at => [at.Domain], at => SortKey.Up(at.Index ?? double.NegativeInfinity));
        return silos;
    }
}
