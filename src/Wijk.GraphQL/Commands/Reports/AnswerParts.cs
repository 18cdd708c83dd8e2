using Wijk.Graph.Findings;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>The parts that every printed answer has.</summary>
internal static class AnswerParts
{
    /// <summary>The reason first, and how much could be seen.</summary>
    public static void Opening(Terminal terminal, Words reason, IEnumerable<Coverage> coverage)
    {
        terminal.Sentence(reason);
        Coverage(terminal, coverage);
    }

    /// <summary>How much could be seen.</summary>
    public static void Coverage(Terminal terminal, IEnumerable<Coverage> coverage) => terminal.Table(
        [new("Wat we zien", "What we see"), new("bekend", "known"), new("van", "of")],
        coverage.Select(item => new[] { terminal.Say(item.What), terminal.Say(Phrasing.Count(item.Known)), terminal.Say(Phrasing.Count(item.Total)) }));

    /// <summary>What to do next.</summary>
    public static void Closing(Terminal terminal, Words nextStep)
    {
        terminal.Heading(new("Wat u kunt doen", "What you can do"));
        terminal.Sentence(nextStep);
    }

    /// <summary>How many rows a table leaves out, when it does.</summary>
    public static void LeftOut(Terminal terminal, int count, int shown)
    {
        if (count > shown)
            terminal.Sentence(new($"… en nog {Phrasing.Count(count - shown).Nl}; meer met --first.", $"… and {Phrasing.Count(count - shown).En} more; see them with --first."));
    }
}
