using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>What a source writes where it has nothing to say, such as "n/a": read as a blank. None unless a mapping names them, since "NA" may be a code.</summary>
/// <param name="values">The values, as the mapping lists them.</param>
public sealed class Placeholders(IEnumerable<string> values)
{
    private readonly HashSet<string> folded = values.Select(Keys.Fold).ToHashSet(StringComparer.Ordinal);

    /// <summary>Whether a value is one of them, however many blanks stand in it.</summary>
    public bool Contains(string value) => folded.Count > 0 && folded.Contains(Keys.Fold(value));
}
