using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>Chooses what stands between the texts of a list in a CSV file, where nothing can be escaped.</summary>
internal static class ListDelimiters
{
    /// <summary>A character that no list of the graph holds: a unit separator unless that is taken.</summary>
    /// <exception cref="BulkLoadRefusedException">The lists hold every character that could be one.</exception>
    public static char For(GraphContents contents)
    {
        var taken = new HashSet<char>();
        foreach (var text in contents.Nodes.Concat<GraphRecord>(contents.Relations).SelectMany(TextsIn)) taken.UnionWith(text);
        foreach (var candidate in Candidates())
        {
            if (!taken.Contains(candidate)) return candidate;
        }

        throw new BulkLoadRefusedException(new(
            "De lijsten in de gegevens bevatten elk teken dat hun teksten kan scheiden; zet de gegevens over met 'copy'.",
            "The lists in the graph hold every character that could stand between their texts; move the graph with 'copy'."));
    }

    /// <summary>The texts in all lists of a record.</summary>
    private static IEnumerable<string> TextsIn(GraphRecord record)
    {
        foreach (var (_, value) in record.Attributes)
        {
            if (value is not ImmutableArray<string> texts) continue;
            foreach (var text in texts) yield return text;
        }

        foreach (var word in record.Inference?.Words ?? []) yield return word;
    }

    // The separators of ASCII, from the smallest unit up, and then the characters that Unicode leaves to whoever wants them.
    private static IEnumerable<char> Candidates() =>
        Enumerable.Range(0, 4).Select(step => (char)('\u001F' - step)).Concat(Enumerable.Range('\uE000', 0x1900).Select(code => (char)code));
}
