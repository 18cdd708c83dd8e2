using Wijk.Graph.Findings.AskList;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints an ask-list.</summary>
internal static class AskListReport
{
    public static void Write(AskListAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        foreach (var sheet in answer.Sheets.Take(first))
        {
            terminal.Sentence("");
            terminal.Sentence(sheet.Reason);
        }

        AnswerParts.LeftOut(terminal, answer.Sheets.Length, first);
        AnswerParts.Closing(terminal, answer.NextStep);
    }
}
