using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Cores;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Whether the network has a core whose members nearly all know each other, with others round it who hardly do.</summary>
public sealed record CoreAndPeriphery
{
    private const int NamesShown = 8;

    private const double Significance = 0.05;

    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>Members that are of the core in every best division; persons among them.</summary>
    public required ImmutableArray<int> Core { get; init; }

    /// <summary>Members that are as near to it as one of the core, so that of them some are in and some are out.</summary>
    public required ImmutableArray<int> Edge { get; init; }

    /// <summary>Members in all.</summary>
    public required int MemberCount { get; init; }

    /// <summary>How well the division fits, and what chance gives.</summary>
    public required CorePeripheryChance Chance { get; init; }

    /// <summary>How far the fit moves when a tenth of what is known is left out; null in a network too large to try.</summary>
    public required Interval? Band { get; init; }

    /// <summary>Whether the core is more than chance gives.</summary>
    public bool IsMoreThanChance => Chance.PValue < Significance;

    /// <summary>What this says, in sentences.</summary>
    public Words Reason
    {
        get
        {
            var (fit, chance) = (Phrasing.Percent(Chance.Fit), Phrasing.Percent(Chance.Expected));
            if (!IsMoreThanChance)
            {
                return new($"Een duidelijke kern is er niet: een kern en een rand verklaren {fit.Nl} van de contacten, en bij toeval is dat {chance.Nl}.",
                    $"There is no clear core: a core and a periphery explain {fit.En} of the ties, and chance gives {chance.En}.");
            }

            string[] names = [.. Core.Where(member => View.Graph.Node(member).Kind != NodeKind.Professional).Select(member => Phrasing.Listed(View.Graph.Node(member).Name))];
            var (core, all, shown) = (Phrasing.Count(Core.Length), Phrasing.Count(MemberCount), Phrasing.List(names, NamesShown));
            return new Words($"Er is een kern van {core.Nl} van de {all.Nl} die elkaar bijna allemaal kennen", $"There is a core of {core.En} of the {all.En} who nearly all know each other")
                + (names.Length == 0 ? new("", "") : new Words($" ({shown.Nl})", $" ({shown.En})"))
                + new Words($"; wie erbuiten staat, kent vooral hen. Dat verklaart {fit.Nl} van de contacten, en bij toeval is dat {chance.Nl}.",
                    $"; those outside mostly know them. That explains {fit.En} of the ties, and chance gives {chance.En}.");
        }
    }

    /// <summary>The core of a network; null where no division is better than none.</summary>
    internal static CoreAndPeriphery? Of(GraphView view, CollaborationNetwork network, int seed, CancellationToken cancellationToken)
    {
        const int MostForBand = 10_000;
        if (CorePeripheryTest.Of(network.Network, seed: seed, cancellationToken: cancellationToken) is not { } chance) return null;
        var places = CorePeriphery.Of(network.Network).Places;
        return new()
        {
            View = view,
            Core = [.. network.Members.Where((_, member) => places[member] == CorePlace.Core)],
            Edge = [.. network.Members.Where((_, member) => places[member] == CorePlace.Edge)],
            MemberCount = network.Members.Length,
            Chance = chance,
            Band = network.Members.Length > MostForBand ? null : LeftOutBand.Of(network.Network, one => CorePeriphery.Of(one).Fit, seed: seed, cancellationToken: cancellationToken),
        };
    }
}
