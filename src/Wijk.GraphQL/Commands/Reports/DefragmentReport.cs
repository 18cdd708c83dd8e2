using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints whom to bring together.</summary>
internal static class DefragmentReport
{
    public static void Write(DefragmentAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        foreach (var plan in answer.Plans.Take(first))
        {
            terminal.Heading(plan.Title);
            terminal.Sentence(plan.Reason);
            terminal.Table(
                [new("Wie", "Who"), new("Brengt", "Brings")],
                plan.Table.Seats.Select(seat => new[] { terminal.Say(TableWords.NameOf(plan.View, seat)), terminal.Say(TableWords.BringsOf(plan.Table, seat)) }));
            foreach (var link in plan.Links.Links) terminal.Sentence(new Words("Verbinding: ", "Link: ") + link.Reason);
        }

        AnswerParts.LeftOut(terminal, answer.Plans.Length, first);
        AnswerParts.Closing(terminal, answer.NextStep);
    }
}
