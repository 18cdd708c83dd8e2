using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>In which properties two records of one key differ, in words.</summary>
internal static class RecordDifferences
{
    private const int LongestValue = 60;

    /// <summary>Every property that differs, with the value it had and the value it has; empty when the two say the same.</summary>
    public static Words Between(GraphRecord before, GraphRecord after)
    {
        var said = new Words("", "");
        foreach (var (name, was, now) in Of(before, after))
            said += (said.En.Length == 0 ? "" : "; ") + name + " was " + Quoted(was) + new Words(" en is ", " and is ") + Quoted(now);
        return said;
    }

    /// <summary>The first property that differs, e.g. <c>name is 'Zuid' in areas.csv row 3 and 'Oost' here</c>.</summary>
    /// <param name="other">The record elsewhere; it says something else than the one here.</param>
    /// <param name="here">The record here.</param>
    /// <param name="otherPlace">Where the other stands.</param>
    public static Words First(GraphRecord other, GraphRecord here, Words otherPlace)
    {
        var (name, there, now) = Of(other, here).FirstOrDefault();
        if (name is null) return otherPlace + new Words(" zegt iets anders dan deze rij", " says something else than this row");
        return name + " is " + Quoted(there) + " in " + otherPlace + new Words(" en ", " and ") + Quoted(now) + new Words(" hier", " here");
    }

    private static IEnumerable<(Words Name, string? First, string? Second)> Of(GraphRecord first, GraphRecord second)
    {
        var names = first.Attributes.Concat(second.Attributes).Select(attribute => attribute.Key).Distinct().Order(StringComparer.Ordinal);
        return names.Select(name => ((Words)name, first.Attributes.TextOf(name), second.Attributes.TextOf(name)))
            .Append(("validFrom", first.ValidFrom?.ToString(), second.ValidFrom?.ToString()))
            .Append(("validTo", first.ValidTo?.ToString(), second.ValidTo?.ToString()))
            .Append(("visibility", RecordJson.CodeOf(first.Visibility), RecordJson.CodeOf(second.Visibility)))
            .Append(("source", first.Source, second.Source))
            .Append((new("de bron waaruit het is afgeleid", "the source it was inferred from"), first.Inference?.From, second.Inference?.From))
            .Append((new("de regel waarmee het is afgeleid", "the rule that inferred it"), first.Inference?.Rule.En, second.Inference?.Rule.En))
            .Append((new("waaruit het is gelezen", "what it was read from"), ReadFrom(first), ReadFrom(second)))
            .Append(("stub", StubText(first), StubText(second)))
            .Append(("recordedAt", RecordJson.TimeText(first.RecordedAt), RecordJson.TimeText(second.RecordedAt)))
            .Where(difference => difference.Item2 != difference.Item3);
    }

    private static string? ReadFrom(GraphRecord record) => record.Inference is { } inference ? string.Join(", ", inference.Words) : null;

    private static string? StubText(GraphRecord record) => record is Node { IsStub: true } ? "true" : null;

    private static Words Quoted(string? value) =>
        value is null ? new Words("leeg", "absent") : value.Length <= LongestValue ? $"'{value}'" : $"'{value[..LongestValue]}…'";
}
