using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Values;

/// <summary>The values of closed lists as people write them: code or label, in Dutch or English, case, accents, blanks and signs aside.</summary>
internal static class VocabularyWords
{
    // What people write for a value besides its code and labels; a word that fits two values is left out.
    private static readonly FrozenDictionary<string, string[]> Also = new Dictionary<string, string[]>
    {
        ["municipality"] = ["gemeentelijk", "overheid", "stad"],
        ["housingAssociation"] = ["corporatie", "wooncorporatie", "woningbouw", "woningbouwvereniging", "woningbouwcorporatie", "housing corporation"],
        ["welfare"] = ["welzijnsorganisatie", "welzijnswerk", "sociaal werk", "social work"],
        ["care"] = ["zorginstelling", "zorgaanbieder", "zorgorganisatie", "gezondheidszorg", "health", "health care", "healthcare"],
        ["school"] = ["onderwijs", "basisschool", "education"],
        ["knowledgeInstitute"] = ["kennisinstituut", "hogeschool", "universiteit", "university", "research"],
        ["fund"] = ["vermogensfonds", "foundation fund"],
        ["company"] = ["onderneming", "ondernemer", "business", "commercieel"],
        ["unknown"] = ["weet ik niet", "?"],
        ["service"] = ["voorziening", "dienstverlening"],
        ["scheme"] = ["subsidieregeling", "programma", "program", "programme"],
        ["enforcement"] = ["toezicht"],
        ["counter"] = ["balie", "spreekuur", "inloop"],
        ["outreach"] = ["outreachend", "huisbezoek", "aan huis"],
        ["asked"] = ["bevraagd", "navraag"],
        ["observed"] = ["gezien"],
        ["register"] = ["vastgelegd", "convenant", "on record"],
        ["other"] = ["overig"],
        ["public"] = ["openbaar"],
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Yes = new[] { "true", "ja", "yes", "x", "j", "y", "1", "waar", "v", "✓", "✔", "☑", "☒" }.ToFrozenSet();
    private static readonly FrozenSet<string> No = new[] { "false", "nee", "no", "n", "0", "onwaar", "☐" }.ToFrozenSet();

    /// <summary>A text without all that makes no other word of it: lower case, without accents, only letters and digits.</summary>
    public static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var letter in TextFolding.Fold(text))
        {
            if (char.IsLetterOrDigit(letter)) folded.Append(letter);
        }

        return folded.ToString();
    }

    /// <summary>The code of the value; null when the text is none of them.</summary>
    /// <param name="choices">The closed list.</param>
    /// <param name="text">A code or label, or both languages of it: <c>zorg / care</c>.</param>
    public static string? CodeOf(ImmutableArray<AttributeChoice> choices, string text)
    {
        if (choices.FirstOrDefault(choice => choice.Code == text) is { } exact) return exact.Code;
        if (One(choices, Folded(text)) is { } code) return code;
        var parts = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return parts.Length == 2 && One(choices, Folded(parts[0])) is { } left && One(choices, Folded(parts[1])) == left ? left : null;
    }

    /// <summary>Why a text is not in a list: what is, and the nearest word, in the reader's language.</summary>
    public static RowRefusedException OutsideList(string column, string text, ImmutableArray<AttributeChoice> choices)
    {
        var names = choices.SelectMany(choice => new[] { choice.Code, choice.Label.Nl, choice.Label.En }).Distinct();
        return new(text, new Words(
                $"{column} moet één van deze zijn: {string.Join(", ", choices.Select(choice => choice.Label.Nl))}.",
                $"{column} must be one of {string.Join(", ", choices.Select(choice => Folded(choice.Label.En) == Folded(choice.Code) ? choice.Label.En : $"{choice.Label.En} ({choice.Code})"))}.")
            + NearestName.Hint(text, names));
    }

    /// <summary>Yes or no; null when the text is neither.</summary>
    public static bool? Flag(string text)
    {
        var folded = TextFolding.Fold(text);
        return Yes.Contains(folded) ? true : No.Contains(folded) ? false : null;
    }

    /// <summary>The level of collaboration, 0 to 5: its number, its words, or both.</summary>
    /// <exception cref="RowRefusedException">It is none, or number and words say two things.</exception>
    public static long LevelOf(string column, string text)
    {
        var rest = text.Trim();
        long? number = null;
        if (rest.Length > 0 && char.IsAsciiDigit(rest[0]) && (rest.Length == 1 || !char.IsAsciiDigit(rest[1])))
        {
            number = rest[0] - '0';
            rest = rest[1..];
            if (rest is ".0" or ",0" or ".00" or ",00") rest = "";
            rest = rest.TrimStart(' ', '.', ':', '-', '–', '=', ')');
        }

        var word = rest.Length == 0 ? null : LevelOfWords(rest);
        var level = rest.Length == 0 ? number : word is null ? null : number is null || number == word ? word : null;
        return level is >= 0 and <= Vocabulary.HighestCollaborationLevel ? level.Value : throw new RowRefusedException(text, new Words(
                $"{column} moet een niveau van 0 tot en met {Vocabulary.HighestCollaborationLevel} zijn: ", $"{column} must be a level from 0 to {Vocabulary.HighestCollaborationLevel}: ")
            + Levels() + ".");
    }

    /// <summary>The levels with their numbers, in words.</summary>
    public static Words Levels() => new(
        string.Join(", ", Vocabulary.CollaborationLevels.Select((words, level) => $"{level} {words.Nl.Replace(",", "", StringComparison.Ordinal)}")),
        string.Join(", ", Vocabulary.CollaborationLevels.Select((words, level) => $"{level} {words.En.Replace(",", "", StringComparison.Ordinal)}")));

    private static long? LevelOfWords(string text)
    {
        var parts = text.Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var levels = parts.Select(part => LevelOf(Folded(part))).Distinct().ToArray();
        return levels is [{ } only] ? only : null;
    }

    private static long? LevelOf(string folded)
    {
        for (var level = 0; level < Vocabulary.CollaborationLevels.Length; level++)
        {
            var words = Vocabulary.CollaborationLevels[level];
            if (folded == Folded(words.Nl) || folded == Folded(words.En)) return level;
        }

        return folded switch
        {
            "geencontact" or "geen" or "nocontact" or "none" or "gevraagdgeencontact" or "askednocontact" => 0,
            "kenthen" or "bekend" or "kennen" or "kenthet" or "knoweachother" or "know" => 1,
            "uitwisselen" or "wisseltuit" or "informeren" or "informatieuitwisselen" or "exchanges" or "exchangeinformation" or "inform" => 2,
            "afstemmen" or "stemtaf" or "afstemming" or "coordinates" or "coordination" => 3,
            "samenbeslissen" or "beslissen" or "decide" => 4,
            "eenaanpak" or "1aanpak" or "jointapproach" or "oneapproach" => 5,
            _ => null,
        };
    }

    private static string? One(ImmutableArray<AttributeChoice> choices, string folded)
    {
        if (folded.Length == 0) return null;
        var fitting = choices.Where(choice => Names(choice).Any(name => Folded(name) == folded)).Select(choice => choice.Code).Distinct().ToArray();
        if (fitting is [var only]) return only;
        if (fitting.Length > 1) return choices.FirstOrDefault(choice => Folded(choice.Code) == folded)?.Code;
        fitting = [.. choices.Where(choice => Also.TryGetValue(choice.Code, out var more) && more.Any(name => Folded(name) == folded)).Select(choice => choice.Code)];
        return fitting is [var also] ? also : null;
    }

    private static IEnumerable<string> Names(AttributeChoice choice) => [choice.Code, choice.Label.Nl, choice.Label.En];
}
