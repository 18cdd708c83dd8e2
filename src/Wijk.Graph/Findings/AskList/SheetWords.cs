using System.Collections.Immutable;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.AskList;

/// <summary>What stands on the sheet that an organisation fills in.</summary>
public static class SheetWords
{
    /// <summary>What is meant by each level, with an example; the place in the list is the level.</summary>
    public static ImmutableArray<Words> Levels { get; } =
    [
        new("Geen contact: wij hebben niets met hen te maken.", "No contact: we have nothing to do with them."),
        new("We kennen elkaar: wij weten wie we daar kunnen bellen.", "We know each other: we know whom to call there."),
        new("We wisselen uit: wij vertellen elkaar wat we doen, bijvoorbeeld wie er een cursus geeft.", "We exchange: we tell each other what we do, such as who gives a course."),
        new("We stemmen af: wij verdelen het werk, bijvoorbeeld wie welk gezin bezoekt.", "We coordinate: we divide the work, such as who visits which family."),
        new("We beslissen samen: wij spreken samen af wat er gebeurt, bijvoorbeeld waar het geld naartoe gaat.", "We decide together: we agree on what is done, such as where the money goes."),
        new("Eén aanpak: wij werken als één team, bijvoorbeeld met één plan en één aanspreekpunt.", "One approach: we work as one team, such as with one plan and one contact."),
    ];

    /// <summary>The title of a sheet.</summary>
    public static Words TitleOf(SheetToFillIn sheet)
    {
        var name = NameOf(sheet, sheet.Respondent);
        return new($"Met wie werkt {name} samen?", $"Whom does {name} work with?");
    }

    /// <summary>The name of somebody on a sheet; a professional is told by their role.</summary>
    public static string NameOf(SheetToFillIn sheet, int node) => TableWords.NameOf(sheet.View, node);

    /// <summary>What is asked.</summary>
    public static Words OpeningOf(SheetToFillIn sheet) => Phrasing.ByNumber(sheet.Others.Length,
            new("Hieronder staat 1 organisatie of initiatief.", "Below is 1 organisation or initiative."),
            new($"Hieronder staan {sheet.Others.Length} organisaties en initiatieven.", $"Below are {sheet.Others.Length} organisations and initiatives."))
        + new Words(
            " Zet achter elke naam een kring om het cijfer dat nu het beste past. Weet u het niet? Sla de regel dan over: leeg betekent niet ‘geen contact’.",
            " Next to each name, circle the figure that fits best now. If you do not know, skip the line: empty does not mean “no contact”.");

    /// <summary>What is done with it, and who sees it.</summary>
    public static Words UseOf(SheetToFillIn sheet) => Words.Join(
        new("Met de antwoorden zien we wie elkaar al vindt en wie elkaar mist. Het gaat om organisaties, niet om mensen: schrijf geen namen van personen op.",
            "The answers show who find each other already and who miss each other. It is about organisations and not about people: write down no names of persons."),
        sheet.Round switch
        {
            null => null,
            { MayName: true } => new("Uw antwoord wordt bewaard met de naam van uw organisatie, en anderen kunnen dat zien.", "Your answer is kept with the name of your organisation, and others can see that."),
            _ => new("Uw antwoord wordt bewaard met de naam van uw organisatie; alleen wie de ronde begeleidt, ziet het.", "Your answer is kept with the name of your organisation; only those who coordinate the round see it."),
        });

    /// <summary>The line for whom the list forgot.</summary>
    public static Words WhoElse { get; } = new("Wie missen we nog?", "Who is missing?");

    /// <summary>Where the sheet goes when it is filled in.</summary>
    public static Words Back { get; } = new("Stuur dit blad terug aan:", "Return this sheet to:");

    /// <summary>And by when.</summary>
    public static Words Until { get; } = new("Uiterlijk op:", "No later than:");
}
