using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Triangles;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>How often two who have contact with the same third have contact with each other: whether contacts close, or hang on who stands between.</summary>
/// <param name="Triples">How often that is, by what is known of the two.</param>
/// <param name="Band">
/// How far the clustering coefficient moves when a tenth of what is known is left out; null in a network too large to try. It has no bounds of its own, for an unknown tie may raise or lower it:
/// what has bounds is the share of the triples that are known, <see cref="ClosedTriples.Share"/>.
/// </param>
/// <param name="Level">The level from which a tie counts.</param>
public sealed record Closure(ClosedTriples Triples, Interval? Band, int Level)
{
    private const int MostForBand = 10_000;

    /// <summary>The clustering coefficient of those of whom something is known: a pair that nobody asked counts as no contact. 0 to 1.</summary>
    public double Coefficient => Triples.Share!.Value.Low;

    /// <summary>What this says, in sentences.</summary>
    public Words Reason
    {
        get
        {
            var (all, closed, open) = (Times(Triples.TripleCount), Times(Triples.ClosedCount), Times(Triples.OpenCount));
            var at = Level == 1 ? new Words("", "") : new($" op niveau {Level} of hoger", $" at level {Level} or higher");
            var found = new Words(
                $"Van de {all.Nl} dat twee partijen contact{at.Nl} hebben met dezelfde derde, hebben zij {closed.Nl} ook zo’n contact met elkaar en {open.Nl} niet",
                $"Of the {all.En} that two parties have contact{at.En} with the same third, they have such contact with each other {closed.En} and have none {open.En}");
            var unknown = Phrasing.Count(Triples.UnknownCount);
            return Words.Join(
                found + (Triples.UnknownCount == 0 ? "." : new Words($"; van de andere {unknown.Nl} weten we het niet.", $"; of the other {unknown.En} we do not know.")),
                Triples.ClosedCount == Triples.TripleCount
                    ? new("Wie dezelfde derde kent, kent hier dus ook elkaar.", "So whoever knows the same third here knows each other too.")
                    : new("Waar zij geen contact hebben, kan die derde hen aan elkaar voorstellen.", "Where they have no contact that third can introduce them."));
        }
    }

    /// <summary>How it is in a network.</summary>
    /// <returns>Null where nobody has contact with two others.</returns>
    internal static Closure? Of(CollaborationNetwork network, NetworkBounds bounds, int seed, CancellationToken cancellationToken)
    {
        var triples = ClosedTriples.Of(bounds.Known, cancellationToken);
        if (triples.TripleCount == 0) return null;
        var band = network.Members.Length > MostForBand
            ? null
            : LeftOutBand.Of(network.Network, one => ClusteringCoefficient.Of(one, cancellationToken).Global, seed: seed, cancellationToken: cancellationToken);
        return new(triples, band, network.Level);
    }

    private static Words Times(long count) => Phrasing.Count(count, new("keer", "time"), new("keer", "times"));
}
