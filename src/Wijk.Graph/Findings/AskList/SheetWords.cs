using System.Collections.Immutable;
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
    public static Words TitleOf(AskedSheet sheet)
    {
        var name = sheet.View.Graph.Node(sheet.Respondent).Name;
        return new($"Met wie werkt {name} samen?", $"Whom does {name} work with?");
    }

    /// <summary>What is asked.</summary>
    public static Words OpeningOf(AskedSheet sheet) => new(
        $"Hieronder staan {sheet.Lines.Length} organisaties en initiatieven. Schrijf achter elke naam het cijfer dat nu het beste past. Weet u het niet? Laat de regel dan leeg: leeg betekent niet ‘geen contact’.",
        $"Below are {sheet.Lines.Length} organisations and initiatives. Write behind each name the figure that fits best now. If you do not know, leave the line empty: empty does not mean “no contact”.");

    /// <summary>What is done with it.</summary>
    public static Words Use { get; } = new(
        "Met de antwoorden zien we wie elkaar al vindt en wie elkaar mist. Het gaat om organisaties, niet om mensen: schrijf geen namen van personen op.",
        "The answers show who find each other already and who miss each other. It is about organisations and not about people: write down no names of persons.");

    /// <summary>The line for whom the list forgot.</summary>
    public static Words WhoElse { get; } = new("Wie missen we nog?", "Who is missing?");
}
