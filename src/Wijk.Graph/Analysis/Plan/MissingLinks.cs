using System.Collections.Immutable;
using QuikGraph;
using QuikGraph.Algorithms;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Plan;

/// <summary>A link that is not there.</summary>
/// <param name="A">One end.</param>
/// <param name="B">The other end.</param>
public readonly record struct Link(int A, int B);

/// <summary>A link that is not there, and what it would add.</summary>
/// <param name="Link">The link.</param>
/// <param name="Gain">By how much distance-weighted fragmentation falls when this link alone is made, 0 to 1.</param>
public readonly record struct LinkGain(Link Link, double Gain);

/// <summary>A few links that are not there, and what they add together.</summary>
/// <param name="Links">The links, in the order in which they were chosen.</param>
/// <param name="Gain">By how much distance-weighted fragmentation falls when all of them are made, 0 to 1: measured by making them.</param>
public sealed record LinkChoice(ImmutableArray<LinkGain> Links, double Gain);

/// <summary>Which links that are not there would bring a network together the most.</summary>
/// <remarks>
/// The gain is the fall of <see cref="Connectivity.DistanceWeightedFragmentation"/> on the nodes there are. A second link can add more than it would alone,
/// so no bound is known for choosing one by one: the 60 best by themselves are kept, links are chosen one by one, and exchanged as long as that adds.
/// </remarks>
public static class MissingLinks
{
    /// <summary>How many links are kept to choose from.</summary>
    public const int KeptToChooseFrom = 60;

    // So small a rise is a rounding.
    private const double Rounding = 1e-12;

    /// <summary>What each link would add by itself, in the order of the links.</summary>
    /// <param name="network">The network; memory and time of the square of its nodes.</param>
    /// <param name="links">Links that are not there.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static ImmutableArray<LinkGain> GainsOf(Network network, IEnumerable<Link> links, CancellationToken cancellationToken = default) =>
        GainsOf(StepsBetween.In(network, cancellationToken), links, cancellationToken);

    /// <summary>The few links that add most together.</summary>
    /// <param name="network">The network; memory and time of the square of its nodes.</param>
    /// <param name="links">Links that are not there, any two nodes once.</param>
    /// <param name="count">How many at most, 1 or more.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static LinkChoice Best(Network network, IEnumerable<Link> links, int count, CancellationToken cancellationToken = default) =>
        BestOfEach(network, links, cancellationToken).ElementAt(count - 1);

    /// <summary>The one link that adds most, the two that add most together, and so on without end: once nothing adds more, the same again.</summary>
    /// <param name="network">The network; memory and time of the square of its nodes.</param>
    /// <param name="links">Links that are not there, any two nodes once.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public static IEnumerable<LinkChoice> BestOfEach(Network network, IEnumerable<Link> links, CancellationToken cancellationToken = default)
    {
        var steps = StepsBetween.In(network, cancellationToken);
        LinkGain[] candidates =
        [
            .. GainsOf(steps, links, cancellationToken).Where(link => link.Gain > 0)
                .OrderByDescending(link => link.Gain).ThenBy(link => link.Link.A).ThenBy(link => link.Link.B).Take(KeptToChooseFrom),
        ];
        for (var count = 1; ; count++)
        {
            var chosen = new List<LinkGain>();
            while (chosen.Count < count && BestBeside(steps, candidates, chosen) is { } next) chosen.Add(next.Link);
            while (TryExchange(steps, candidates, chosen)) cancellationToken.ThrowIfCancellationRequested();
            yield return new([.. chosen], With(steps, chosen).Gain);
        }
    }

    /// <summary>The fewest links that make one of all parts, those that cost least first; parts that no link joins stay apart.</summary>
    /// <param name="network">The network.</param>
    /// <param name="links">Links that are not there.</param>
    /// <param name="costOf">What making a link costs, above 0.</param>
    public static ImmutableArray<Link> Spanning(Network network, IEnumerable<Link> links, Func<Link, double> costOf)
    {
        var graph = new UndirectedGraph<int, TaggedEdge<int, double>>(allowParallelEdges: false);
        graph.AddVertexRange(Enumerable.Range(0, network.NodeCount));
        for (var node = 0; node < network.NodeCount; node++)
        {
            foreach (var neighbor in network.Neighbors(node))
            {
                if (neighbor > node) graph.AddEdge(new(node, neighbor, 0));
            }
        }

        foreach (var link in links) graph.AddEdge(new(Math.Min(link.A, link.B), Math.Max(link.A, link.B), costOf(link)));
        return [.. graph.MinimumSpanningTreeKruskal(edge => edge.Tag).Where(edge => edge.Tag > 0).Select(edge => new Link(edge.Source, edge.Target))];
    }

    private static ImmutableArray<LinkGain> GainsOf(StepsBetween steps, IEnumerable<Link> links, CancellationToken cancellationToken) =>
    [
        .. links.Select(link =>
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new LinkGain(link, steps.GainOf(link.A, link.B));
        }),
    ];

    private static (StepsBetween Steps, double Gain) With(StepsBetween steps, IEnumerable<LinkGain> links)
    {
        var (linked, gain) = (steps.Copy(), 0.0);
        foreach (var (link, _) in links)
        {
            gain += linked.GainOf(link.A, link.B);
            linked.Link(link.A, link.B);
        }

        return (linked, gain);
    }

    private static (LinkGain Link, double Gain)? BestBeside(StepsBetween steps, LinkGain[] candidates, IReadOnlyCollection<LinkGain> chosen)
    {
        var (linked, gain) = With(steps, chosen);
        (LinkGain Link, double Gain)? best = null;
        foreach (var candidate in candidates.Except(chosen))
        {
            var together = gain + linked.GainOf(candidate.Link.A, candidate.Link.B);
            if (together > gain + Rounding && (best is null || together > best.Value.Gain + Rounding)) best = (candidate, together);
        }

        return best;
    }

    private static bool TryExchange(StepsBetween steps, LinkGain[] candidates, List<LinkGain> chosen)
    {
        var gain = With(steps, chosen).Gain;
        for (var place = 0; place < chosen.Count; place++)
        {
            var others = chosen.Where((_, other) => other != place).ToList();
            if (BestBeside(steps, candidates, others) is not { } better || better.Gain <= gain + Rounding) continue;
            chosen[place] = better.Link;
            return true;
        }

        return false;
    }
}
