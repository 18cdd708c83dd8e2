using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;
using Wijk.GraphQL.Pages.Defragment;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints whom to bring together.</summary>
internal static class DefragmentReport
{
    /// <summary>Prints the first plans.</summary>
    public static void Write(DefragmentAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        foreach (var plan in answer.Plans.Take(first)) Write(answer, plan, terminal);
        AnswerParts.LeftOut(terminal, answer.Plans.Length, first);
        if (!answer.Plans.IsEmpty) terminal.Sentence(new Words("Wat een tafel beter maakt: ", "What makes a table better: ") + TableWords.OrderOf(answer.Question.Order));
        AnswerParts.Closing(terminal, answer.NextStep);
    }

    /// <summary>Prints one plan.</summary>
    public static void Write(PlanModel one, Terminal terminal)
    {
        Write(one.Answer, one.Plan, terminal);
        terminal.Sentence(one.Answer.DayReason);
        AnswerParts.Coverage(terminal, one.Answer.Coverage);
        AnswerParts.Closing(terminal, one.Plan.NextStep);
    }

    private static void Write(DefragmentAnswer answer, DefragmentPlan plan, Terminal terminal)
    {
        terminal.Heading(plan.Title);
        terminal.Sentence(plan.Reason);
        terminal.Table(
            [new("Wie", "Who"), new("Brengt", "Brings")],
            plan.Table.Seats.Select(seat => new[] { terminal.Say(TableWords.NameOf(plan.View, seat)), terminal.Say(TableWords.DoesOf(plan.Table, seat) is { } does ? TableWords.BringsOf(plan.Table, seat) + "; " + does : TableWords.BringsOf(plan.Table, seat)) }));
        foreach (var link in plan.Links.Links) terminal.Sentence(new Words("Verbinding: ", "Link: ") + link.Reason);
        terminal.Sentence(AnswerKeys.OfPlan(answer, plan));
    }
}
