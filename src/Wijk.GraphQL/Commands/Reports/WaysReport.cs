using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints a ways answer.</summary>
internal static class WaysReport
{
    public static void Write(WaysAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        if (answer.Question.Initiative is null)
        {
            foreach (var found in answer.Initiatives.Take(first))
            {
                terminal.Sentence("");
                terminal.Sentence(Words.Join(found.Reason, found.NextStep));
            }

            AnswerParts.LeftOut(terminal, answer.Initiatives.Length, first);
        }

        AnswerParts.Closing(terminal, answer.NextStep);
    }
}
