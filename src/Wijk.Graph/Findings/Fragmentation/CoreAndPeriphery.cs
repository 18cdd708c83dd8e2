using System.Collections.Immutable;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Analysis.Cores;
using Wijk.Graph.Model;
using Wijk.Graph.Networks;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Whether ties run through a few: a core whose members know each other, with others round it who hardly do.</summary>
public sealed record CoreAndPeriphery
{
    private const int NamesShown = 8;

    private const double Significance = 0.05, ClearFit = 0.5, MostlyKnown = 0.75, HardlyKnown = 0.5;

    /// <summary>What it was read from.</summary>
    public required GraphView View { get; init; }

    /// <summary>Members that are of the core in every best division; persons among them.</summary>
    public required ImmutableArray<int> Core { get; init; }

    /// <summary>Members that are as near to it as one of the core, so that of them some are in and some are out.</summary>
    public required ImmutableArray<int> Edge { get; init; }

    /// <summary>How many the smallest best core has: more than <see cref="Core"/> where some at the edge must be taken in, and it is not told which.</summary>
    public required int CoreSize { get; init; }

    /// <summary>Members in all.</summary>
    public required int MemberCount { get; init; }

    /// <summary>How well the division fits, and what chance gives.</summary>
    public required CorePeripheryChance Chance { get; init; }

    /// <summary>How far the fit moves when a tenth of what is known is left out; null in a network too large to try.</summary>
    public required Interval? Band { get; init; }

    /// <summary>Whether ties clearly run through a few: the division explains at least half of them, more than chance gives, and there is only one such division.</summary>
    public bool IsClear => Chance is { PValue: < Significance, Fit: >= ClearFit } && Core.Length == CoreSize;

    /// <summary>Ties with a member of the core at an end.</summary>
    public required int TouchingCount { get; init; }

    /// <summary>Ties in all.</summary>
    public required int TieCount { get; init; }

    /// <summary>Ties between two members of the core.</summary>
    public required int InnerCount { get; init; }

    /// <summary>What this says, in sentences.</summary>
    public Words Reason
    {
        get
        {
            var (fit, chance) = (Phrasing.Percent(Chance.Fit), Phrasing.Percent(Chance.Expected));
            if (!IsClear)
            {
                var why = Chance switch
                {
                    { PValue: >= Significance } => new Words("dat kan toeval zijn", "that may be chance"),
                    { Fit: < ClearFit } => new("contacten lopen dus niet vooral via enkelen", "so ties do not mainly run through a few"),
                    _ => new("wie tot de kern hoort is niet te zeggen, want meer partijen hebben evenveel contacten", "who is of the core cannot be told, for several have as many ties"),
                };
                return new($"Een kern en een rand verklaren {fit.Nl} van de contacten, en bij toeval is dat {chance.Nl}; {why.Nl}.", $"A core and a periphery explain {fit.En} of the ties, and chance gives {chance.En}; {why.En}.");
            }

            return Words.Join(Through(), Among(), new($"Zo’n verdeling verklaart {fit.Nl} van de contacten, en bij toeval is dat {chance.Nl}.", $"Such a division explains {fit.En} of the ties, and chance gives {chance.En}."));
        }
    }

    private Words Through()
    {
        string[] names = [.. Core.Where(member => View.Graph.Node(member).Kind != NodeKind.Professional).Select(member => Phrasing.Listed(View.Graph.Node(member).Name))];
        var (touching, ties, core, all, shown) = (Phrasing.Count(TouchingCount), Phrasing.Count(TieCount), Phrasing.Count(Core.Length), Phrasing.Count(MemberCount), Phrasing.List(names, NamesShown));
        var who = names.Length == 0 ? new Words("", "") : new($" ({shown.Nl})", $" ({shown.En})");
        return Core.Length == 1
            ? new Words($"Van de {ties.Nl} contacten ", $"Of the {ties.En} ties ") + Phrasing.ByNumber(TouchingCount, new($"loopt er {touching.Nl}", $"{touching.En} runs"), new($"lopen er {touching.Nl}", $"{touching.En} run"))
                + new Words($" via 1 van de {all.Nl}{who.Nl}.", $" through 1 of the {all.En}{who.En}.")
            : new($"Van de {ties.Nl} contacten hebben er {touching.Nl} een van deze {core.Nl} van de {all.Nl} aan een kant{who.Nl}.", $"Of the {ties.En} ties {touching.En} have one of these {core.En} of the {all.En} at an end{who.En}.");
    }

    // Few ties may pass the core by although its members hardly know each other: then they are no core that meets.
    private Words? Among()
    {
        if (Core.Length < 2) return null;
        var pairs = (long)Core.Length * (Core.Length - 1) / 2;
        var (inner, all) = (Phrasing.Count(InnerCount), Phrasing.Count(pairs, new("paar", "pair"), new("paren", "pairs")));
        var verdict = ((double)InnerCount / pairs) switch
        {
            >= MostlyKnown => new Words(": zij vormen samen een kern", ": together they are a core"),
            <= HardlyKnown => new(": zij zijn elk een knooppunt, en samen geen kern", ": each is a hub, and together they are no core"),
            _ => new("", ""),
        };
        return new Words($"Onderling hebben zij contact in {inner.Nl} van de {all.Nl}", $"Among themselves they have contact in {inner.En} of the {all.En}") + verdict + ".";
    }

    /// <summary>The core of a network; null where no division is better than none.</summary>
    internal static CoreAndPeriphery? Of(GraphView view, CollaborationNetwork network, int seed, CancellationToken cancellationToken)
    {
        const int MostForBand = 10_000;
        if (CorePeripheryTest.Of(network.Network, seed: seed, cancellationToken: cancellationToken) is not { } chance) return null;
        var (best, ties) = (CorePeriphery.Of(network.Network), network.Network.Edges());
        var places = best.Places;
        return new()
        {
            View = view,
            Core = [.. network.Members.Where((_, member) => places[member] == CorePlace.Core)],
            Edge = [.. network.Members.Where((_, member) => places[member] == CorePlace.Edge)],
            CoreSize = best.CoreSize,
            MemberCount = network.Members.Length,
            TouchingCount = ties.Count(tie => IsCore(tie.A) || IsCore(tie.B)),
            TieCount = ties.Length,
            InnerCount = ties.Count(tie => IsCore(tie.A) && IsCore(tie.B)),
            Chance = chance,
            Band = network.Members.Length > MostForBand ? null : LeftOutBand.Of(network.Network, one => CorePeriphery.Of(one).Fit, seed: seed, cancellationToken: cancellationToken),
        };

        bool IsCore(int member) => places[member] == CorePlace.Core;
    }
}
