using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands.Reports;

/// <summary>Prints a fragmentation answer.</summary>
internal static class FragmentationReport
{
    public static void Write(FragmentationAnswer answer, Terminal terminal, int first)
    {
        AnswerParts.Opening(terminal, answer.Reason, answer.Coverage);
        if (answer.Shared is { } shared)
        {
            if (shared.Tables.TableCount > 0) Figures(shared, terminal);
            AnswerParts.Closing(terminal, answer.NextStep);
            return;
        }

        if (answer.IsKnown) Figures(answer, terminal);
        Listed(terminal, new("Hierop hangt een deel van het netwerk", "Part of the network hangs on these"), first,
            answer.ArticulationPoints.Select(point => new[] { Name(answer, point.Actor), terminal.Say(Phrasing.Count(point.CutOffCount)) }),
            new("Wie", "Who"), new("raken los zonder", "cut off without it"));
        Listed(terminal, new("Deze contacten houden delen bij elkaar", "These ties hold parts together"), first,
            answer.Bridges.Select(bridge => new[] { Name(answer, bridge.A), Name(answer, bridge.B), terminal.Say(Phrasing.Count(bridge.CutOffCount)) }),
            new("De een", "One"), new("De ander", "The other"), new("raken los zonder", "cut off without it"));
        Listed(terminal, new("Deze verbindingen hangen aan één persoon", "These connections hang on one person"), first,
            answer.PersonBridges.Select(bridge => new[]
            {
                Role(answer, bridge.Person), string.Join(", ", bridge.CutOff.Select(actor => Name(answer, actor))),
                string.Join("; ", FragmentationAnswer.BackUpsOf(answer.View, bridge).Select(found => terminal.Say(found.Reason))),
            }),
            new("Rol", "Role"), new("raken los", "cut off"), new("wie een deel van de contacten kan overnemen", "who might take over part of the contacts"));
        // Where nobody was asked, every initiative would stand in this list: the sentence above says so.
        if (answer.IsKnown) Listed(terminal, new("Initiatieven die, voor zover we weten, alleen staan", "Initiatives that stand alone, as far as we know"), first,
            answer.IsolatedInitiatives.Select(isolated => new[]
            {
                Name(answer, isolated.Initiative),
                terminal.Say(isolated.WasAsked ? new Words("ja", "yes") : new Words("nee", "no")),
            }),
            new("Initiatief", "Initiative"), new("gevraagd?", "asked?"));
        if (answer.SilosBy(GroupedBy.Sphere) is { } silos)
        {
            terminal.Heading(new("Naar beleidssfeer", "By sphere of policy"));
            terminal.Sentence(silos.Reason);
        }

        if (answer.Closure() is { } closure)
        {
            terminal.Heading(new("Kent wie dezelfde derde kent, ook elkaar?", "Do those who know the same third know each other?"));
            terminal.Sentence(closure.Reason);
        }

        terminal.Heading(new("Een ander netwerk: samen in een traject", "Another network: together in a trajectory"));
        terminal.Sentence(answer.Trajectories().Reason);
        AnswerParts.Closing(terminal, answer.NextStep);
    }

    private static void Figures(SharedNetwork shared, Terminal terminal) => terminal.Table(
        [new("Maat", "Measure"), new("Alles", "All"), new("Zonder wat groot is", "Without what is large")],
        shared.Figures.Select(figure => new[] { terminal.Say(Phrasing.Begin(figure.Name)), terminal.Say(figure.All), terminal.Say(figure.WithoutLarge) }));

    private static void Figures(FragmentationAnswer answer, Terminal terminal) => terminal.Table(
        [new("Maat", "Measure"), new("Waarde", "Value")],
        new (Words Name, double? Value, int Decimals)[]
        {
            (new("Leden van het netwerk", "Members of the network"), answer.Members.Length, 0),
            (new("Contacten", "Ties"), answer.TieCount, 0),
            (new("Delen zonder contact met elkaar", "Separate parts"), answer.Components.Length, 0),
            (new("F: paren zonder weg naar elkaar", "F: pairs without a path to each other"), answer.Fragmentation, 3),
            (new("DF: hetzelfde, gewogen naar afstand", "DF: the same, weighted by distance"), answer.DistanceWeightedFragmentation(), 3),
            (new("E-I: contacten tussen (+) of binnen (−) domeinen", "E-I: ties between (+) or inside (−) domains"), answer.Silos?.Index, 2),
            (new("E-I die toeval geeft", "E-I that chance gives"), answer.Silos?.Expected, 2),
        }.Where(figure => figure.Value is not null)
            .Select(figure => new[] { terminal.Say(figure.Name), terminal.Say(Phrasing.Decimal(figure.Value!.Value, figure.Decimals)) }));

    private static void Listed(Terminal terminal, Words heading, int first, IEnumerable<string[]> rows, params Words[] headings)
    {
        var all = rows.ToArray();
        if (all.Length == 0) return;
        terminal.Heading(heading);
        terminal.Table(headings, all.Take(first));
        AnswerParts.LeftOut(terminal, all.Length, first);
    }

    private static string Name(FragmentationAnswer answer, int node) =>
        answer.View.Graph.Node(node).Kind == NodeKind.Professional ? Role(answer, node) : answer.View.Graph.Node(node).Name;

    private static string Role(FragmentationAnswer answer, int person) => answer.View.Graph.Node(person).Attributes.Text("role") ?? answer.View.Graph.Node(person).Key;
}
