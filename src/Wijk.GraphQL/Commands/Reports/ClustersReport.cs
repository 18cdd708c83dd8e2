using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Clusters;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints a clusters answer.</summary>
internal static class ClustersReport
{
    public static void Write(ClustersAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        if (answer.Quality is { } quality)
        {
            terminal.Sentence(new(
                $"Kwaliteit ({answer.Question.QualityFunction}, resolutie {Phrasing.Decimal(answer.Resolution, 2).Nl}): {Phrasing.Decimal(quality, 3).Nl}.",
                $"Quality ({answer.Question.QualityFunction}, resolution {Phrasing.Decimal(answer.Resolution, 2).En}): {Phrasing.Decimal(quality, 3).En}."));
        }

        var trust = answer.Trust(terminal.Progress, terminal.Stop);
        terminal.Sentence("");
        terminal.Sentence(trust.Reason);
        foreach (var cluster in trust.Clusters.Take(first))
        {
            terminal.Sentence("");
            terminal.Sentence(cluster.Reason);
            terminal.Sentence(AnswerKeys.OfCluster(answer, cluster));
        }

        AnswerParts.LeftOut(terminal, trust.Clusters.Length, first);
        if (trust.WouldHelp.Length > 0) terminal.Heading(new("Wat zou helpen", "What would help"));
        foreach (var help in trust.WouldHelp) terminal.Sentence(help);
        AnswerParts.Closing(terminal, trust.NextStep);
    }
}
