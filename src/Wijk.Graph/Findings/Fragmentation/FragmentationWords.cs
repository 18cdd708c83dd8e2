using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The sentences of a fragmentation answer: what was not asked comes first.</summary>
internal static class FragmentationWords
{
    private const double Significance = 0.05;

    public static Words ReasonOf(FragmentationAnswer answer) => answer.WasAsked
        ? Words.Join(Asked(answer), Split(answer), Hinges(answer), Persons(answer), Siloed(answer), Isolated(answer))
        : Words.Join(NothingAsked(answer), Isolated(answer));

    public static Words NextStepOf(FragmentationAnswer answer) => answer switch
    {
        { WasAsked: false } => new(
            "Vraag eerst wie met wie samenwerkt, te beginnen bij de drukste combinaties uit de overlap, en leg het vast.",
            "First ask who collaborates with whom, starting with the most crowded combinations of the overlap, and record it."),
        { PersonBridges.IsEmpty: false } => new(
            "Zorg dat de verbinding die aan één persoon hangt ook door iemand anders wordt gedragen.",
            "See to it that the connection that hangs on one person is carried by somebody else as well."),
        { Components.Length: > 1 } => new(
            "Vraag eerst na of de losse delen echt geen contact hebben; breng daarna iemand uit elk deel bij elkaar.",
            "First check that the separate parts really have no contact; then bring together somebody of each."),
        _ => new("Vraag de paren die nog niet gevraagd zijn.", "Ask the pairs that were not asked yet."),
    };

    private static Words NothingAsked(FragmentationAnswer answer)
    {
        var pairs = Phrasing.Count((long)answer.ActorCount * (answer.ActorCount - 1) / 2);
        return new(
            $"Er is geen samenwerking vastgelegd: 0 van {pairs.Nl} paren gevraagd. Hoe versnipperd het netwerk is, weten we dus niet. Niet gevraagd is niet hetzelfde als niet verbonden.",
            $"No collaboration is recorded: 0 of {pairs.En} pairs asked. How fragmented the network is we therefore do not know. Not asked is not the same as not connected.");
    }

    private static Words Asked(FragmentationAnswer answer)
    {
        var pairs = Phrasing.Count((long)answer.ActorCount * (answer.ActorCount - 1) / 2);
        var contradicting = answer.ContradictingPairCount == 0
            ? null
            : new Words($"Over {answer.ContradictingPairCount} paren verschillen de meldingen; dan telt het laagste niveau.",
                $"On {answer.ContradictingPairCount} pairs the reports differ; then the lowest level counts.");
        return Words.Join(
            new($"Gevraagd zijn {answer.AskedPairCount} van {pairs.Nl} paren; wat hieronder staat gaat over de {answer.Members.Length} van {answer.ActorCount} organisaties en initiatieven van wie we iets weten.",
                $"Asked were {answer.AskedPairCount} of {pairs.En} pairs; what follows is about the {answer.Members.Length} of {answer.ActorCount} organisations and initiatives of whom we know something."),
            contradicting);
    }

    private static Words Split(FragmentationAnswer answer)
    {
        var share = Phrasing.Decimal(100 * (answer.Fragmentation ?? 0), 0);
        var level = Vocabulary.CollaborationLevels[answer.Question.Level];
        return answer.Components.Length == 1
            ? new($"Iedereen is langs een omweg met iedereen verbonden (niveau {answer.Question.Level}, {level.Nl}, of hoger).",
                $"Everyone is connected with everyone along some path (level {answer.Question.Level}, {level.En}, or higher).")
            : new($"Het netwerk valt in {answer.Components.Length} delen uiteen, het grootste met {answer.Components[0].Length}: {share.Nl}% van de paren heeft geen enkele weg naar elkaar (F; niveau {answer.Question.Level}, {level.Nl}, of hoger).",
                $"The network falls into {answer.Components.Length} parts, the largest of {answer.Components[0].Length}: {share.En}% of pairs have no path to each other (F; level {answer.Question.Level}, {level.En}, or higher).");
    }

    private static Words? Hinges(FragmentationAnswer answer) => answer.ArticulationPoints.IsEmpty
        ? null
        : new(
            $"Zonder {answer.Snapshot.Node(answer.ArticulationPoints[0].Actor).Name} raken {answer.ArticulationPoints[0].CutOffCount} anderen los van het grootste deel.",
            $"Without {answer.Snapshot.Node(answer.ArticulationPoints[0].Actor).Name} {answer.ArticulationPoints[0].CutOffCount} others lose the largest part.");

    private static Words? Persons(FragmentationAnswer answer) => answer.PersonBridges.IsEmpty
        ? null
        : new(
            $"{answer.PersonBridges.Length} verbindingen hangen aan één persoon; als de belangrijkste wegvalt, raken {answer.PersonBridges[0].CutOff.Length} partijen los.",
            $"{answer.PersonBridges.Length} connections hang on one person; if the foremost falls away, {answer.PersonBridges[0].CutOff.Length} parties are cut off.");

    private static Words? Siloed(FragmentationAnswer answer)
    {
        if (answer.Silos is not { } silos) return null;
        var value = Phrasing.Decimal(silos.Index, 2);
        var verdict = (silos.PValue < Significance, silos.Index < silos.Expected) switch
        {
            (false, _) => new Words("dat kan toeval zijn", "that may be chance"),
            (true, true) => new("dat wijst op verkokering: meer dan toeval geeft", "that points to silos: more than chance gives"),
            (true, false) => new("dat is minder dan toeval geeft", "that is less than chance gives"),
        };
        return new(
            $"Van de {silos.ExternalCount + silos.InternalCount} contacten waarvan we beide domeinen kennen blijven er {silos.InternalCount} binnen het domein (E-I {value.Nl}); {verdict.Nl}.",
            $"Of the {silos.ExternalCount + silos.InternalCount} ties of which we know both domains {silos.InternalCount} stay inside the domain (E-I {value.En}); {verdict.En}.");
    }

    private static Words? Isolated(FragmentationAnswer answer)
    {
        var asked = answer.IsolatedInitiatives.Count(initiative => initiative.WasAsked);
        var notAsked = answer.IsolatedInitiatives.Length - asked;
        return Words.Join(
            asked == 0 ? null : new Words(
                $"{asked} bewonersinitiatieven zijn gevraagd en staan alleen.",
                $"{asked} residents' initiatives were asked and stand alone."),
            notAsked == 0 ? null : new Words(
                $"Van {Phrasing.Count(notAsked).Nl} bewonersinitiatieven is geen contact of steun bekend; zij zijn niet gevraagd.",
                $"Of {Phrasing.Count(notAsked).En} residents' initiatives no tie or support is known; they were not asked."));
    }
}
