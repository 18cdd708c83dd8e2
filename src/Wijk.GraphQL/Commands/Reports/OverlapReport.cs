using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints an overlap answer.</summary>
internal static class OverlapReport
{
    private const int FindingsInWords = 5;

    public static void Write(OverlapAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        Cells(answer, terminal, first);
        Pairs(answer, terminal, first);
        Barriers(answer.View, answer.Barriers, terminal, first);
        Gaps(answer, terminal, first);
        AnswerParts.Closing(terminal, answer.NextStep);
    }

    private static void Cells(OverlapAnswer answer, Terminal terminal, int first)
    {
        var isGroup = answer.Question.Lens == OverlapLens.Group;
        terminal.Table(
            [
                answer.Question.Lens switch
                {
                    OverlapLens.Group => new("Doelgroep", "Target group"),
                    OverlapLens.Activity => new("Activiteit", "Activity"),
                    _ => new Words("Activiteit en doelgroep", "Activity and target group"),
                },
                new("Gebied", "Area"),
                new("Organisaties", "Organisations"),
                isGroup ? new("Paren uit verschillende domeinen", "Pairs from different domains") : new("Paren in dezelfde tijd", "Pairs at the same time"),
                new("Paren gevraagd", "Pairs asked"),
                new("Stemt af", "Coordinates"),
            ],
            answer.Findings.Take(first).Select(finding => Row(answer, finding, terminal)));
        AnswerParts.LeftOut(terminal, answer.Findings.Length, first);
        foreach (var finding in answer.Findings.Take(Math.Min(first, FindingsInWords)))
        {
            terminal.Sentence("");
            var key = AnswerKeys.OfCell(finding.Cells[0]);
            terminal.Sentence(Words.Join(finding.Reason, KeptFindings.Of(answer.View).DisputeOf(key), finding.NextStep));
            terminal.Sentence(key);
        }
    }

    private static string[] Row(OverlapAnswer answer, OverlapFinding finding, Terminal terminal)
    {
        var cell = finding.Cells[0];
        var more = finding.Cells.Length == 1 ? "" : terminal.Say(new Words(" en nog ", " and ") + Phrasing.Count(finding.Cells.Length - 1) + new Words("", " more"));
        return
        [
            terminal.Say(cell.Place.What(answer.View.Graph)),
            answer.View.Graph.Node(cell.Place.Area).Name + more,
            terminal.Say(Phrasing.Count(cell.Agencies.Length)),
            terminal.Say(Phrasing.Count(cell.PairCount)),
            terminal.Say(Phrasing.Of(cell.Coordination.Asked, cell.Coordination.Total)),
            cell.Coordination.Known == 0 ? terminal.Say(new("onbekend", "unknown")) : terminal.Say(Phrasing.Count(cell.Coordination.Coordinated)),
        ];
    }

    private static void Pairs(OverlapAnswer answer, Terminal terminal, int first)
    {
        var pairs = answer.AgencyPairs(progress: terminal.Progress).Where(pair => pair.SharedCellCount > 1).ToArray();
        if (pairs.Length == 0) return;
        terminal.Heading(new("Organisaties die elkaar vaker dan eens tegenkomen", "Organisations that meet more than once"));
        terminal.Sentence(ChanceWords.Of(answer.AgencyChance(), answer.Question.Lens));
        terminal.Table(
            [
                new("De een", "One"), new("De ander", "The other"), new("Gedeelde combinaties", "Shared combinations"),
                new("Bij toeval", "By chance"), new("Jaccard", "Jaccard"), new("q", "q"),
            ],
            pairs.Take(first).Select(pair => new[]
            {
                answer.View.Graph.Node(pair.A).Name,
                answer.View.Graph.Node(pair.B).Name,
                terminal.Say(Phrasing.Count(pair.SharedCellCount)),
                pair.Chance is { } chance ? terminal.Say(Phrasing.Decimal(chance.Pair.ExpectedCount, 1)) : "–",
                terminal.Say(Phrasing.Decimal(pair.Jaccard, 2)),
                pair.Q is { } q ? terminal.Say(Phrasing.Decimal(q, 3)) : "–",
            }));
        foreach (var pair in pairs.Take(first).Where(pair => pair.Chance?.IsMore == true))
            terminal.Sentence(new Words($"{answer.View.Graph.Node(pair.A).Name} + {answer.View.Graph.Node(pair.B).Name}: ", $"{answer.View.Graph.Node(pair.A).Name} + {answer.View.Graph.Node(pair.B).Name}: ") + pair.Reason!);
        AnswerParts.LeftOut(terminal, pairs.Length, first);
    }

    /// <summary>Prints barriers with what is offered for them.</summary>
    public static void Barriers(GraphView view, ImmutableArray<BarrierOffer> barriers, Terminal terminal, int first)
    {
        if (barriers.IsEmpty) return;
        terminal.Heading(new("Belemmeringen en het aanbod ervoor", "Barriers and what is offered for them"));
        terminal.Table(
            [new("Belemmering", "Barrier"), new("Aanbod", "Offer")],
            barriers.Take(first).Select(barrier => new[]
            {
                view.Graph.Node(barrier.Barrier).Name,
                barrier.Offers.IsEmpty
                    ? terminal.Say(new("niemand, voor zover we weten", "nobody, as far as we know"))
                    : string.Join(", ", barrier.Offers.Select(offer => view.Graph.Node(offer).Name)),
            }));
        AnswerParts.LeftOut(terminal, barriers.Length, first);
    }

    private static void Gaps(OverlapAnswer answer, Terminal terminal, int first)
    {
        if (answer.Gaps.IsEmpty && answer.GapsNotSeen is null) return;
        terminal.Heading(new("Waar weinig of geen aanbod bekend is", "Where little or no offer is known"));
        foreach (var gap in answer.Gaps.Take(Math.Min(first, FindingsInWords))) terminal.Sentence(gap.Reason);
        AnswerParts.LeftOut(terminal, answer.Gaps.Length, Math.Min(first, FindingsInWords));
        if (answer.GapsNotSeen is { } notSeen) terminal.Sentence(notSeen);
    }
}
