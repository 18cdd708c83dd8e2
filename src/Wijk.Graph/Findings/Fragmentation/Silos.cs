using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Asks whether the ties of a collaboration network stay inside domains.</summary>
internal static class Silos
{
    private const int PermutationCount = 999;

    /// <summary>The E-I index of the network and of each domain; null when no tie joins two members whose domain is known.</summary>
    public static SiloAnswer? Of(GraphView view, CollaborationNetwork network, int seed, CancellationToken cancellationToken)
    {
        var activity = Activity.Of(view);
        int?[] domainOf = [.. network.Members.Select(actor => MainDomain.Of(view.Graph, activity, actor))];
        int[] domains = [.. domainOf.OfType<int>().Distinct().Order()];
        int[] groupOf = [.. domainOf.Select(domain => domain is { } known ? Array.BinarySearch(domains, known) : EiIndex.NoGroup)];
        if (EiPermutationTest.Of(network.Network, groupOf, PermutationCount, seed, cancellationToken) is not { } test) return null;
        var counts = EiIndex.Of(network.Network, groupOf);
        return new(
            counts.Overall.External,
            counts.Overall.Internal,
            test.Index,
            test.Expected,
            test.PValue,
            groupOf.Count(group => group != EiIndex.NoGroup),
            [
                .. counts.Groups.Select((count, group) => new DomainSilo(domains[group], count.External, count.Internal, count.Index))
                    .Where(silo => silo.Index is not null)
                    .OrderBy(silo => silo.Index)
                    .ThenBy(silo => silo.Domain),
            ]);
    }
}
