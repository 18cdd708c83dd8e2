using System.Text;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>The explanation that goes with a template, in Dutch and English.</summary>
internal static class TemplateGuide
{
    private static readonly Words[] Instructions =
    [
        new("Elk blad (of bestand) is een soort. Vul in wat u weet; laat de rest leeg. Lege bladen mogen blijven staan of weg.",
            "Each sheet (or file) is a kind. Fill in what you know and leave the rest blank. Empty sheets may stay or go."),
        new("Geef elke rij van een soort een eigen id. In andere bladen verwijst u naar dat id.",
            "Give each row of a kind an id of its own. Other sheets refer to that id."),
        new("Kan er op een plaats meer dan één soort staan, schrijf dan de soort ervoor: Agency:ggd.",
            "Where more than one kind is possible, write the kind before the id: Agency:ggd."),
        new("Wat al in Wijk staat, noemt u met de hele sleutel: agency:wijk:ggd.",
            "What is already in Wijk is named by its whole key: agency:wijk:ggd."),
        new("Meer waarden in één cel: zet er | tussen. Getallen met een punt: 1234.56. Datums: 2026, 2026-05 of 2026-05-31.",
            "Several values in one cell: put | between them. Numbers with a point: 1234.56. Dates: 2026, 2026-05 or 2026-05-31."),
        new("Geen rij in COLLABORATES betekent: niemand heeft het gevraagd. Is het gevraagd en is er geen contact, vul dan niveau 0 in.",
            "No row in COLLABORATES means: nobody asked. When it was asked and there is no contact, fill in level 0."),
    ];

    /// <summary>The headings of the table of columns.</summary>
    public static IReadOnlyList<string> Headings { get; } =
        ["blad / sheet", "kolom / column", "nl", "en", "verplicht / required", "betekenis", "meaning", "mag zijn / allowed"];

    /// <summary>The instructions, and then each sheet with its columns; one text per heading.</summary>
    public static IEnumerable<IReadOnlyList<string>> Rows()
    {
        foreach (var words in Instructions) yield return [TemplateMapping.Explanation, "", words.Nl, words.En, "", "", "", ""];
        foreach (var sheet in TemplateSheet.All)
        {
            yield return [sheet.Name, "", sheet.Label.Nl, sheet.Label.En, "", sheet.Description.Nl, sheet.Description.En, ""];
            foreach (var column in sheet.Columns) yield return [sheet.Name, .. Row(column)];
        }
    }

    /// <summary>The same as a page of text.</summary>
    public static string Markdown()
    {
        var text = new StringBuilder("# Wijk\n\n");
        foreach (var words in Instructions) text.Append("- ").Append(words.Nl).Append("\n  ").Append(words.En).Append('\n');
        foreach (var sheet in TemplateSheet.All)
        {
            text.Append("\n## ").Append(sheet.Name).Append(" – ").Append(sheet.Label.Nl).Append(" / ").Append(sheet.Label.En)
                .Append("\n\n").Append(sheet.Description.Nl).Append("\n\n").Append(sheet.Description.En).Append("\n\n")
                .Append("| ").AppendJoin(" | ", Headings.Skip(1)).Append(" |\n|").Insert(text.Length, "---|", Headings.Count - 1).Append('\n');
            foreach (var column in sheet.Columns)
                text.Append("| ").AppendJoin(" | ", Row(column).Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal))).Append(" |\n");
        }

        return text.ToString();
    }

    private static IEnumerable<string> Row(TemplateColumn column) =>
        [column.Name, column.Label.Nl, column.Label.En, column.IsRequired ? "ja / yes" : "", column.Description.Nl, column.Description.En, column.Allowed];
}
