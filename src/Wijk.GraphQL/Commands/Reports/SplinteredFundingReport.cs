using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints an answer on splintered funding: all of it, or the pots of the one runner or project that was asked for.</summary>
internal static class SplinteredFundingReport
{
    private const int InWords = 3;

    public static void Write(SplinteredFundingAnswer answer, Terminal terminal, int first)
    {
        terminal.Sentence(answer.Reason);
        AnswerParts.Closing(terminal, answer.NextStep);
        if (answer.Question is { Runner: null, Project: null }) Whole(answer, terminal, first);
        else One(answer, terminal, first);
        AnswerParts.Opening(terminal, "", answer.Coverage);
    }

    private static void Whole(SplinteredFundingAnswer answer, Terminal terminal, int first)
    {
        Projects(answer, terminal, first);
        Apart(answer, terminal);
        Candidates(answer, terminal, first);
        Runners(answer, terminal, first);
        Areas(answer, terminal, first);
    }

    private static void One(SplinteredFundingAnswer answer, Terminal terminal, int first)
    {
        var pots = answer.Runners is [var runner] ? runner.Pots : answer.Projects is [var project] ? project.Pots : [];
        terminal.Heading(new("Eén voordeur: alle potjes", "One door: all pots"));
        Pots(answer, terminal, pots, first);
        Projects(answer, terminal, first);
        Candidates(answer, terminal, first);
    }

    private static void Pots(SplinteredFundingAnswer answer, Terminal terminal, IReadOnlyList<FundedPot> pots, int first)
    {
        var graph = answer.View.Graph;
        terminal.Table(
            [new("Betaler", "Funder"), new("Regeling", "Scheme"), new("Bedrag", "Amount"), new("Projecten", "Projects"), new("Aanvragen", "Apply"),
                new("Uiterlijk", "Until"), new("Loket", "Counter")],
            pots.Take(first).Select(pot =>
            {
                var scheme = pot.Scheme is { } number ? graph.Node(number) : null;
                return new[]
                {
                    graph.Node(pot.Funder).Name,
                    scheme?.Name ?? terminal.Say(Unknown),
                    AmountOf(terminal, pot.Amount, answer.Currency),
                    terminal.Say(Phrasing.Count(pot.AccountingCount)),
                    scheme?.Attributes.Text("form") ?? terminal.Say(Unknown),
                    scheme?.Attributes.Date("applyBy") is { } day ? terminal.Say(Phrasing.Day(day.LastDay)) : terminal.Say(Unknown),
                    scheme?.Attributes.Text("access") is { } access ? terminal.Say(Vocabulary.Of(NodeKind.Measure).Attribute("access")!.LabelOf(access)) : terminal.Say(Unknown),
                };
            }));
        AnswerParts.LeftOut(terminal, pots.Count, first);
    }

    private static void Projects(SplinteredFundingAnswer answer, Terminal terminal, int first)
    {
        if (answer.Projects.IsEmpty) return;
        terminal.Heading(new("Hetzelfde project uit meer potjes", "The same project from several pots"));
        terminal.Table(
            [new("Project", "Project"), new("Van", "Of"), new("Betalers", "Funders"), new("Aanvragen", "Forms"), new("Bedrag", "Amount"),
                new("Uren die één aanvraag scheelt", "Hours one application saves")],
            answer.Projects.Take(first).Select(project => new[]
            {
                project.Title,
                string.Join(", ", project.Runners.Select(runner => answer.View.Graph.Node(runner).Name)),
                terminal.Say(Phrasing.List([.. project.Funders.Select(funder => answer.View.Graph.Node(funder).Name)], 5)),
                terminal.Say(Phrasing.Count(project.Figures.ApplicationCount)),
                AmountOf(terminal, project.Figures.Granted, answer.Currency),
                terminal.Say(Phrasing.Count(project.OneDoor.HoursSaved)),
            }));
        AnswerParts.LeftOut(terminal, answer.Projects.Length, first);
        foreach (var project in answer.Projects.Take(Math.Min(first, InWords)))
        {
            terminal.Sentence("");
            terminal.Sentence(Words.Join(project.Reason, project.NextStep));
        }
    }

    private static void Apart(SplinteredFundingAnswer answer, Terminal terminal)
    {
        if (answer.PaidApart.IsEmpty) return;
        terminal.Heading(new("Apart betaald door afdelingen en stadsdelen", "Paid apart by departments and districts"));
        foreach (var apart in answer.PaidApart.Take(InWords))
        {
            terminal.Sentence(Words.Join(apart.Reason, apart.NextStep));
            terminal.Sentence("");
        }
    }

    private static void Candidates(SplinteredFundingAnswer answer, Terminal terminal, int first)
    {
        if (answer.Candidates.IsEmpty) return;
        terminal.Heading(new("Misschien hetzelfde project: om na te vragen", "Perhaps the same project: to be confirmed"));
        foreach (var pair in answer.Candidates.Take(first)) terminal.Sentence(pair.Reason);
        AnswerParts.LeftOut(terminal, answer.Candidates.Length, first);
    }

    private static void Runners(SplinteredFundingAnswer answer, Terminal terminal, int first)
    {
        if (answer.Runners.IsEmpty) return;
        terminal.Heading(new("Wie geld krijgt uit meer potjes", "Who gets money from several pots"));
        terminal.Table(
            [
                new("Naam", "Name"), new("Projecten uit meer potjes", "Projects from several pots"), new("Potjes", "Pots"), new("Aanvragen", "Applications"),
                new("Verantwoordingen", "Accounts"), new("Kleine potjes", "Small pots"), new("Bedrag", "Amount"), new("Even grote potjes", "Effective pots"),
            ],
            answer.Runners.Take(first).Select(runner => new[]
            {
                answer.View.Graph.Node(runner.Runner).Name,
                terminal.Say(Phrasing.Count(runner.SplitProjects.Length)),
                terminal.Say(Phrasing.Count(runner.Figures.PotCount)),
                terminal.Say(Phrasing.Count(runner.Figures.ApplicationCount)),
                terminal.Say(Phrasing.Count(runner.Figures.AccountingCount)),
                terminal.Say(Phrasing.Count(runner.Figures.SmallPotCount)),
                AmountOf(terminal, runner.Figures.Granted, answer.Currency),
                runner.Figures.EffectivePots is { } effective ? terminal.Say(Phrasing.Decimal(effective, 2)) : terminal.Say(Unknown),
            }));
        AnswerParts.LeftOut(terminal, answer.Runners.Length, first);
    }

    private static void Areas(SplinteredFundingAnswer answer, Terminal terminal, int first)
    {
        if (answer.Areas.IsEmpty) return;
        terminal.Heading(new("Per gebied", "By area"));
        terminal.Table(
            [
                new("Gebied", "Area"), new("Organisaties", "Organisations"), new("Projecten uit meer potjes", "Projects from several pots"),
                new("Potjes", "Pots"),
                new("Aanvragen", "Applications"), new("Kleine potjes", "Small pots"), new("Bedrag", "Amount"),
            ],
            answer.Areas.Take(first).Select(area => new[]
            {
                answer.View.Graph.Node(area.Area).Name,
                terminal.Say(Phrasing.Count(area.AgencyCount)),
                terminal.Say(Phrasing.Count(area.SplitProjectCount)),
                terminal.Say(Phrasing.Count(area.Figures.PotCount)),
                terminal.Say(Phrasing.Count(area.Figures.ApplicationCount)),
                terminal.Say(Phrasing.Count(area.Figures.SmallPotCount)),
                AmountOf(terminal, area.Figures.Granted, answer.Currency),
            }));
        AnswerParts.LeftOut(terminal, answer.Areas.Length, first);
    }

    private static Words Unknown { get; } = new("onbekend", "unknown");

    private static string AmountOf(Terminal terminal, decimal? amount, string currency) => terminal.Say(amount is { } known ? Phrasing.Amount(known, currency) : Unknown);
}
