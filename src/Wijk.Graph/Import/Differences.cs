using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>Says in words where two records with one key differ.</summary>
internal static class Differences
{
    /// <summary>The first difference, e.g. <c>name is 'Zuid' in areas.csv row 3 and 'Oost' here</c>.</summary>
    /// <param name="other">The record elsewhere.</param>
    /// <param name="here">The record here; it says something else.</param>
    /// <param name="otherPlace">Where the other stands.</param>
    public static Words Between(GraphRecord other, GraphRecord here, RowPlace otherPlace)
    {
        foreach (var (name, there, now) in Values(other, here))
        {
            if (there == now) continue;
            return name + " is " + Quoted(there) + " in " + otherPlace.Label + new Words(" en ", " and ") + Quoted(now) + new Words(" hier", " here");
        }

        return otherPlace.Label + new Words(" zegt iets anders dan deze rij", " says otherwise than this row");
    }

    private static IEnumerable<(Words Name, string? There, string? Here)> Values(GraphRecord other, GraphRecord here)
    {
        foreach (var name in other.Attributes.Concat(here.Attributes).Select(attribute => attribute.Key).Distinct())
            yield return (name, other.Attributes.TextOf(name), here.Attributes.TextOf(name));
        yield return ("validFrom", other.ValidFrom?.ToString(), here.ValidFrom?.ToString());
        yield return ("validTo", other.ValidTo?.ToString(), here.ValidTo?.ToString());
        yield return ("visibility", other.Visibility.ToString(), here.Visibility.ToString());
        yield return ("source", other.Source, here.Source);
        yield return (new("de regel waaruit het is afgeleid", "the rule that inferred it"), other.Inference?.Rule, here.Inference?.Rule);
        yield return (new("waaruit het is gelezen", "what it was read from"), ReadFrom(other), ReadFrom(here));
    }

    private static string? ReadFrom(GraphRecord record) => record.Inference is { } inference ? string.Join(", ", inference.Words) : null;

    private static Words Quoted(string? value) => value is null ? new Words("leeg", "absent") : $"'{value}'";
}
