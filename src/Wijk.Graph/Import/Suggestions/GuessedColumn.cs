using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Suggestions;

/// <summary>A column, what its values look like, and the role that it is thought to have.</summary>
internal sealed record GuessedColumn(string Heading, ColumnEvidence Evidence, ColumnRole? Role, Certainty Certainty)
{
    private readonly Words? left;

    /// <summary>What is made of it, or why nothing is.</summary>
    public Words Why => left ?? RoleName.Of(Role!.Value) + (Evidence.Separator is { } separator && SuggestedMapping.MaySplit(Role.Value)
        ? new Words($", gesplitst bij '{Shown(separator)}'", $", split at '{Shown(separator)}'") : "");

    /// <summary>The same column, of which nothing is made.</summary>
    public GuessedColumn Leave(Words why) => new GuessedColumn(Heading, Evidence, null, Certainty.Left) { Left = why };

    private Words? Left { init => left = value; }

    private static string Shown(string separator) => separator == "\n" ? "\\n" : separator;
}

/// <summary>What a role is called.</summary>
internal static class RoleName
{
    /// <summary>A few words for it.</summary>
    public static Words Of(ColumnRole role) => role switch
    {
        ColumnRole.Organisation => new("de organisatie die het doet", "the organisation that does it"),
        ColumnRole.Activity => new("wat er gebeurt", "what is done"),
        ColumnRole.Group => new("voor wie", "for whom"),
        ColumnRole.Area => new("waar", "where"),
        ColumnRole.Theme => new("het thema", "the theme"),
        ColumnRole.Funder => new("wie betaalt", "who pays"),
        ColumnRole.Partner => new("met wie", "with whom"),
        ColumnRole.From => new("vanaf wanneer", "from when"),
        ColumnRole.To => new("tot en met wanneer", "until when"),
        ColumnRole.Budget => new("het bedrag", "the amount"),
        ColumnRole.Description => new("een omschrijving", "a description"),
        ColumnRole.Website => new("de website", "the website"),
        _ => new("een persoon", "a person"),
    };
}
