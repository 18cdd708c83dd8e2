using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>In which properties two records of one key differ, in words.</summary>
internal static class RecordDifferences
{
    private const int LongestValue = 60;

    /// <summary>Every property that differs, with both values; empty when the two say the same.</summary>
    public static Words Between(GraphRecord before, GraphRecord after)
    {
        var parts = Differences(before, after)
            .Select(difference => new Words(
                $"{difference.Name} was {Shown(difference.Before, "leeg")} en is {Shown(difference.After, "leeg")}",
                $"{difference.Name} was {Shown(difference.Before, "absent")} and is {Shown(difference.After, "absent")}"))
            .ToArray();
        return new(string.Join("; ", parts.Select(part => part.Nl)), string.Join("; ", parts.Select(part => part.En)));
    }

    private static IEnumerable<(string Name, string? Before, string? After)> Differences(GraphRecord before, GraphRecord after)
    {
        var names = before.Attributes.Concat(after.Attributes).Select(attribute => attribute.Key).Distinct().Order(StringComparer.Ordinal);
        return names.Select(name => (name, before.Attributes.TextOf(name), after.Attributes.TextOf(name)))
            .Append(("validFrom", before.ValidFrom?.ToString(), after.ValidFrom?.ToString()))
            .Append(("validTo", before.ValidTo?.ToString(), after.ValidTo?.ToString()))
            .Append(("visibility", Code(before.Visibility), Code(after.Visibility)))
            .Append(("source", before.Source, after.Source))
            .Append(("recordedAt", RecordJson.TimeText(before.RecordedAt), RecordJson.TimeText(after.RecordedAt)))
            .Append(("inference", TextOf(before.Inference), TextOf(after.Inference)))
            .Append(("stub", StubText(before), StubText(after)))
            .Where(difference => difference.Item2 != difference.Item3);
    }

    private static string Code(Visibility visibility) => Vocabulary.Visibilities[(int)visibility].Code;

    private static string? TextOf(Inference? inference) =>
        inference is null ? null : $"{inference.From}, {inference.Rule}, {string.Join('|', inference.Words)}";

    private static string? StubText(GraphRecord record) => record is Node { IsStub: true } ? "true" : null;

    private static string Shown(string? value, string absent) =>
        value is null ? absent : value.Length <= LongestValue ? $"'{value}'" : $"'{value[..LongestValue]}…'";
}
