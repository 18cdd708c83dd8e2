using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.AskList;

/// <summary>Chooses the fewest questions to the fewest respondents: those whose answers narrow most what F and the distance-weighted F can be.</summary>
public static class AskSheets
{
    /// <summary>The sheets to hand out, what narrows most first; fewer than asked for where no more is left to ask.</summary>
    /// <remarks>
    /// A tie between two parts of what is known joins them, and takes all pairs between them from what F may be at most: s(C) · s(D) pairs. A tie inside a part shortens
    /// ways, and "no contact" takes half a pair from how near all may be at most. The value of a set of questions is the sum of the parts' pairs, each times the chance that
    /// an answer joins them, 1 − Π (1 − r · p), and of what each question gives by itself, r · (p · ways shortened + (1 − p) / 2), with p how likely a tie
    /// seems and r the share of sheets that comes back. It grows less with each question more (it is submodular), so that taking the best sheet
    /// each time gives at least α / (1 + α) = 0.38 of the value of the best choice of as many sheets, each for another respondent; α = 1 − 1/e, since the lines
    /// of a sheet are chosen in the same way. Source: Fisher, Nemhauser and Wolsey (1978), doi:10.1007/BFb0121195. That is of this value, with what is known
    /// beforehand; joining parts makes later joins worth more, which the next round takes into account.
    /// Above 512 nodes the bound is over a shortlist: of respondents those who seem to have most ties, and of others those
    /// they meet, and those who seem to have most ties. O(shortlist · (tied pairs + pairs looked at · log)); never all pairs.
    /// </remarks>
    /// <param name="known">What is known already.</param>
    /// <param name="meetings">Who meets whom: the weight of an edge is in how many places, cells or trajectories; pairs that meet nowhere have none.</param>
    /// <param name="wanted">Pairs that are worth asking also for another reason: the weight of an edge is how much, in pairs of F.</param>
    /// <param name="mayAsk">Whether each node can be asked, and others can be asked about it, by number; empty when all can.</param>
    /// <param name="parameters">How much may be asked.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <exception cref="ArgumentException">The networks are not over the same nodes.</exception>
    public static ImmutableArray<AskSheet> Of(
        PartlyKnownNetwork known, Network meetings, Network wanted, ReadOnlySpan<bool> mayAsk, AskListParameters parameters, CancellationToken cancellationToken = default)
    {
        if (meetings.NodeCount != known.NodeCount || wanted.NodeCount != known.NodeCount || (!mayAsk.IsEmpty && mayAsk.Length != known.NodeCount))
            throw new ArgumentException($"All must be about the same {known.NodeCount} nodes: {meetings.NodeCount} meet, {wanted.NodeCount} are wanted, {mayAsk.Length} may be asked.", nameof(meetings));
        var search = new SheetSearch(known, meetings, wanted, mayAsk, parameters);
        var shortest = Math.Min(AskListParameters.ShortestSheet, known.NodeCount - 1);
        var waiting = new PriorityQueue<int, (double Value, int Draw)>();
        foreach (var respondent in search.Respondents()) waiting.Enqueue(respondent, (double.NegativeInfinity, search.DrawOf(respondent)));

        // What a sheet is worth only falls as others are chosen: it is looked at anew only when it comes first.
        var (chosen, lookedAt) = (ImmutableArray.CreateBuilder<AskSheet>(), new Dictionary<int, (int ChosenCount, AskSheet Sheet)>());
        while (chosen.Count < parameters.SheetCount && waiting.TryDequeue(out var respondent, out _))
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (lookedAt.TryGetValue(respondent, out var found) && found.ChosenCount == chosen.Count)
            {
                search.Choose(found.Sheet);
                chosen.Add(found.Sheet);
                continue;
            }

            var (lines, value) = search.BestLinesOf(respondent);
            if (lines.Length < shortest) continue;
            lookedAt[respondent] = (chosen.Count, new(respondent, lines));
            waiting.Enqueue(respondent, (-value, search.DrawOf(respondent)));
        }

        return chosen.DrainToImmutable();
    }
}
