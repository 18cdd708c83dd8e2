using Wijk.Graph.Findings.Duplicates;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints the pairs that may be one, each with its reasons.</summary>
internal static class DuplicatesReport
{
    public static void Write(DuplicatesAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        if (!answer.Pairs.IsEmpty) terminal.Heading(new("Misschien één", "May be one"));
        foreach (var pair in answer.Pairs.Take(first))
        {
            terminal.Sentence("- " + pair.Reason);
            foreach (var node in new[] { pair.A, pair.B }) terminal.Sentence("    " + answer.View.Graph.Node(node).Key);
        }

        AnswerParts.LeftOut(terminal, answer.Pairs.Length, first);
        AnswerParts.Closing(terminal, answer.NextStep);
    }
}
