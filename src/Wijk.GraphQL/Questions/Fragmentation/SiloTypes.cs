using GraphQL.Types;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary>The types that say whether ties stay inside domains.</summary>
internal static class SiloTypes
{
    /// <summary>The type <c>Silos</c>.</summary>
    public static ObjectGraphType<InView<SiloAnswer>> Silos(SharedTypes types)
    {
        var domain = new ObjectGraphType<InView<DomainSilo>> { Name = "DomainSilo", Description = "Ties of one domain." };
        domain.Add<InView<DomainSilo>>("domain", types.Records.Of(NodeKind.Domain).Required(), "The domain.", at => AnswerTypes.At(at.View, at.Item.Domain));
        domain.Add<InView<DomainSilo>>("externalCount", types.Long.Required(), "Its ties with other domains.", at => at.Item.ExternalCount);
        domain.Add<InView<DomainSilo>>("internalCount", types.Long.Required(), "Ties inside it.", at => at.Item.InternalCount);
        domain.Add<InView<DomainSilo>>("index", types.Float, "Its E-I index, -1 to 1.", at => at.Item.Index);

        var silos = new ObjectGraphType<InView<SiloAnswer>>
        {
            Name = "Silos",
            Description = "Whether ties stay inside domains: the E-I index (Krackhardt and Stern 1988). Each member counts under the domain it mostly works in.",
        };
        silos.Add<InView<SiloAnswer>>("index", types.Float.Required(), "(external - internal) / all: -1 when every tie stays inside, 1 when every tie crosses.",
            at => at.Item.Index);
        silos.Add<InView<SiloAnswer>>("expected", types.Float.Required(), "The index that chance gives on average.", at => at.Item.Expected);
        silos.Add<InView<SiloAnswer>>("pValue", types.Float.Required(), "How often chance gives an index as far from that; two-sided permutation test, 999 shuffles.",
            at => at.Item.PValue);
        silos.Add<InView<SiloAnswer>>("externalCount", types.Long.Required(), "Ties between domains.", at => at.Item.ExternalCount);
        silos.Add<InView<SiloAnswer>>("internalCount", types.Long.Required(), "Ties inside one domain.", at => at.Item.InternalCount);
        silos.Add<InView<SiloAnswer>>("labelledCount", types.Int.Required(), "Members of whom one main domain is known; only ties between them count.",
            at => at.Item.LabelledCount);
        silos.Add<InView<SiloAnswer>>("domains", domain.List(), "The same for each domain, most inward first.",
            at => at.Item.Domains.Select(silo => new InView<DomainSilo>(at.View, silo)));
        return silos;
    }

}

