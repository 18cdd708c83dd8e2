using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Register;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints what became of the advice that was given out.</summary>
internal static class RegisterReport
{
    public static void Write(RegisterAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        if (answer.Entries.Any(entry => entry.Type == AdviceType.Link))
        {
            terminal.Table(
                [new("Groep", "Arm"), new("verbindingen", "links"), new("gevraagd", "asked"), new("bestaan", "exist")],
                answer.Arms.Select(arm => new[]
                {
                    terminal.Say(Vocabulary.Of(NodeKind.Suggestion).Attribute("arm")!.LabelOf($"{arm.Arm}".ToLowerInvariant())), terminal.Say(Phrasing.Count(arm.Count)),
                    terminal.Say(Phrasing.Count(arm.Asked.Count)), terminal.Say(Phrasing.Count(arm.Asked.Successes)),
                }));
        }

        foreach (var entry in answer.Entries.Where(entry => entry.Arm == AdviceArm.Given).Take(first))
            terminal.Sentence(Phrasing.Day(entry.GivenOn) + ": " + answer.View.Graph.Node(entry.Suggestion).Name);
        AnswerParts.LeftOut(terminal, answer.Entries.Count(entry => entry.Arm == AdviceArm.Given), first);
        AnswerParts.Closing(terminal, answer.NextStep);
    }
}
