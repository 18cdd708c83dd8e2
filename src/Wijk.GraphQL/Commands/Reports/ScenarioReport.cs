using Wijk.Graph.Findings.Scenarios;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints what changes in a scenario.</summary>
internal static class ScenarioReport
{
    public static void Write(ScenarioAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        if (answer.Effect is { } effect)
        {
            WriteFigures(terminal, effect);
            foreach (var offer in effect.WithoutOffer.Concat(effect.FewerOffers).Take(first)) terminal.Sentence(offer.Reason);
            AnswerParts.LeftOut(terminal, effect.WithoutOffer.Length + effect.FewerOffers.Length, first);
        }

        AnswerParts.Closing(terminal, answer.NextStep);
    }

    private static void WriteFigures(Terminal terminal, ScenarioEffect effect) => terminal.Table(
        [new("Wat", "What"), new("voor", "before"), new("na", "after")],
        ScenarioFigures.All.Select(figure => new[] { terminal.Say(figure.Name), terminal.Say(figure.ValueOf(effect.Before)), terminal.Say(figure.ValueOf(effect.After)) }));
}
