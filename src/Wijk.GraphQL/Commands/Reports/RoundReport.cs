using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Findings.Rounds;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints how far a round got.</summary>
internal static class RoundReport
{
    public static void Write(RoundAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        if (answer is { Round: { } round, Now: { } now, Without: { } without })
        {
            terminal.Table([new("Wie", "Who"), new("vragen", "questions"), new("beantwoord", "answered"), new("erbij genoemd", "named beside"), new("sinds", "since")],
                round.Respondents.Take(first).Select(respondent => new[]
                {
                    TableWords.NameOf(round.View, respondent.Node), Number(respondent.Listed.Length), Number(respondent.AnsweredCount), Number(respondent.Added.Length),
                    respondent.Answered?.ToString() ?? "",
                }));
            AnswerParts.LeftOut(terminal, round.Respondents.Length, first);
            terminal.Table([new("Wat we weten", "What we know"), new("zonder deze ronde", "without this round"), new("nu", "now")],
                RoundFigures.Of(round, now).Zip(RoundFigures.Of(round, without), (one, other) => new[] { terminal.Say(one.Name), terminal.Say(other.Value), terminal.Say(one.Value) }));
        }

        AnswerParts.Closing(terminal, answer.NextStep);

        string Number(int count) => terminal.Say(Phrasing.Count(count));
    }
}
