using GraphQL.Types;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Answers;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Fragmentation;

/// <summary>The types that say whether ties stay inside domains.</summary>
internal static class SiloTypes
{
    /// <summary>The type <c>Silos</c>.</summary>
    public static ObjectGraphType<SilosAt> Silos(SharedTypes types)
    {
        var domain = new ObjectGraphType<DomainAt> { Name = "DomainSilo", Description = "Ties of one domain." };
        domain.Add<DomainAt>("domain", types.Records.Of(NodeKind.Domain).Required(), "The domain.", at => AnswerFields.At(at.Snapshot, at.Silo.Domain));
        domain.Add<DomainAt>("externalCount", types.Long.Required(), "Its ties with other domains.", at => at.Silo.ExternalCount);
        domain.Add<DomainAt>("internalCount", types.Long.Required(), "Ties inside it.", at => at.Silo.InternalCount);
        domain.Add<DomainAt>("index", types.Float, "Its E-I index, -1 to 1.", at => at.Silo.Index);

        var silos = new ObjectGraphType<SilosAt>
        {
            Name = "Silos",
            Description = "Whether ties stay inside domains: the E-I index (Krackhardt and Stern 1988). Each member counts under the domain it mostly works in.",
        };
        silos.Add<SilosAt>("index", types.Float.Required(), "(external - internal) / all: -1 when every tie stays inside, 1 when every tie crosses.",
            at => at.Silos.Index);
        silos.Add<SilosAt>("expected", types.Float.Required(), "The index that chance gives on average.", at => at.Silos.Expected);
        silos.Add<SilosAt>("pValue", types.Float.Required(), "How often chance gives an index as far from that; two-sided permutation test, 999 shuffles.",
            at => at.Silos.PValue);
        silos.Add<SilosAt>("externalCount", types.Long.Required(), "Ties between domains.", at => at.Silos.ExternalCount);
        silos.Add<SilosAt>("internalCount", types.Long.Required(), "Ties inside one domain.", at => at.Silos.InternalCount);
        silos.Add<SilosAt>("labelledCount", types.Int.Required(), "Members of whom one main domain is known; only ties between them count.",
            at => at.Silos.LabelledCount);
        silos.Add<SilosAt>("domains", domain.List(), "The same for each domain, most inward first.",
            at => at.Silos.Domains.Select(silo => new DomainAt(at.Snapshot, silo)));
        return silos;
    }

    private sealed record DomainAt(GraphSnapshot Snapshot, DomainSilo Silo);
}

/// <summary>A silo answer, in the snapshot it was found in.</summary>
internal sealed record SilosAt(GraphSnapshot Snapshot, SiloAnswer Silos);
