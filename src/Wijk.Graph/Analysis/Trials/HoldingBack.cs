using System.Collections.Immutable;

namespace Wijk.Graph.Analysis.Trials;

/// <summary>Hands out some candidates and holds others back that are about as good, so that it can be seen later whether being handed out made a difference.</summary>
/// <remarks>
/// Candidates stand in order of what they are worth. Neighbors in that order, the first and second, the third and fourth and so on, are a pair as long as the lesser is
/// worth at least <see cref="LeastOfBetter"/> of the better; of each pair one is drawn. So both arms are about equally good, whatever makes them good.
/// </remarks>
public static class HoldingBack
{
    /// <summary>How much of the better of a pair the lesser must be worth.</summary>
    public const double LeastOfBetter = 0.75;

    /// <summary>Some of all, each equally likely: what anybody could have advised.</summary>
    /// <param name="total">How many there are.</param>
    /// <param name="most">The most that are drawn.</param>
    /// <param name="seed">Fixes the draw.</param>
    /// <returns>Places, each once, in the order in which they were drawn.</returns>
    public static ImmutableArray<int> Some(int total, int most, long seed)
    {
        int[] places = [.. Enumerable.Range(0, total)];
        var random = SeededRandom.Sequence(seed, 1);
        var count = Math.Min(total, most);
        for (var drawn = 0; drawn < count; drawn++)
        {
            var other = drawn + random.Next(total - drawn);
            (places[drawn], places[other]) = (places[other], places[drawn]);
        }

        return [.. places[..count]];
    }

    /// <summary>Draws from pairs of near-equal candidates.</summary>
    /// <param name="worth">What each candidate is worth, descending, above 0.</param>
    /// <param name="mostPairs">The most pairs.</param>
    /// <param name="seed">Fixes the draw.</param>
    /// <returns>The places of those that are handed out and of those that are held back, pair by pair; both have one length.</returns>
    /// <exception cref="ArgumentException">The order is not descending.</exception>
    public static (ImmutableArray<int> HandedOut, ImmutableArray<int> HeldBack) Draw(ReadOnlySpan<double> worth, int mostPairs, long seed)
    {
        var (given, held) = (ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<int>());
        var random = new SeededRandom(seed);
        for (var place = 1; place < worth.Length; place++)
        {
            if (worth[place] > worth[place - 1]) throw new ArgumentException("Candidates must stand in order of what they are worth.", nameof(worth));
        }

        for (var first = 0; first + 1 < worth.Length && given.Count < mostPairs;)
        {
            if (worth[first + 1] < LeastOfBetter * worth[first])
            {
                first++;
                continue;
            }

            var swaps = random.Next(2);
            given.Add(first + swaps);
            held.Add(first + 1 - swaps);
            first += 2;
        }

        return (given.ToImmutable(), held.ToImmutable());
    }
}
