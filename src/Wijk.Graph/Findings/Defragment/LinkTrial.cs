using System.Collections.Immutable;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Analysis.Trials;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>A link in a trial. Nodes are numbers in the graph of its view.</summary>
/// <param name="A">One end.</param>
/// <param name="B">The other end.</param>
/// <param name="Gain">By how much the distance-weighted fragmentation of those the plan is about would fall by this link alone, 0 to 1.</param>
public readonly record struct TrialLink(int A, int B, double Gain);

/// <summary>Links to give out, about as good ones to hold back, and two dumb choices to compare with. All are to be asked alike later, without saying which is which.</summary>
/// <param name="Given">To give out.</param>
/// <param name="Held">To hold back; as many, about as good.</param>
/// <param name="Random">Pairs drawn from all that are not known to have contact.</param>
/// <param name="Connected">Of those the pairs that have most ties already.</param>
public sealed record LinkTrial(ImmutableArray<TrialLink> Given, ImmutableArray<TrialLink> Held, ImmutableArray<TrialLink> Random, ImmutableArray<TrialLink> Connected)
{
    /// <summary>How many links are given out at most.</summary>
    public const int MostLinks = 5;

    /// <summary>A trial among some; none where no tie among them is known, for then nothing tells which would add more, or where they are too many to compare.</summary>
    internal static LinkTrial Of(GraphView view, ImmutableArray<int> members, int seed)
    {
        var network = PlannedLinks.NetworkOf(view, members);
        if (network.EdgeCount == 0 || members.Length > PlannedLinks.MostMembers) return new([], [], [], []);
        LinkGain[] all = [.. MissingLinks.GainsOf(network, PlannedLinks.MissingIn(network))];
        LinkGain[] best = [.. all.Where(link => link.Gain > 0).OrderByDescending(link => link.Gain).ThenBy(link => link.Link.A).ThenBy(link => link.Link.B)];
        var (given, held) = HoldingBack.Draw([.. best.Select(link => link.Gain)], MostLinks, seed);
        return new(
            [.. given.Select(place => At(best[place]))], [.. held.Select(place => At(best[place]))],
            [.. HoldingBack.Some(all.Length, given.Length, seed).Select(place => At(all[place]))],
            [
                .. all.OrderByDescending(link => network.Neighbors(link.Link.A).Length + network.Neighbors(link.Link.B).Length).ThenBy(link => link.Link.A).ThenBy(link => link.Link.B)
                    .Take(given.Length).Select(At),
            ]);

        TrialLink At(LinkGain link) => new(members[link.Link.A], members[link.Link.B], link.Gain);
    }
}
