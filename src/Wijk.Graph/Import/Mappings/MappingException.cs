using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A mapping that cannot be used: it is written wrongly, unknown, or does not fit the files.</summary>
/// <param name="mapping">The mapping's name or file, or what was looked for.</param>
/// <param name="place">The place in it, e.g. <c>$.rules[0].table</c>; empty when it is about the whole.</param>
/// <param name="problem">The value, the rule and the next step.</param>
public sealed class MappingException(Words mapping, Words place, Words problem)
    : ExplainedException(new Words("vertaling ", "mapping ") + mapping + (place.En.Length > 0 ? ", " + place : "") + ": " + problem)
{
    /// <summary>The mapping's name or file.</summary>
    public Words Mapping { get; } = mapping;

    /// <summary>The place in it; empty when it is about the whole.</summary>
    public Words Place { get; } = place;
}

/// <summary>Why nothing can be made of a row.</summary>
internal sealed class RowRefusedException(string value, Words why) : ExplainedException(why)
{
    /// <summary>The value it is about; empty when it is about the whole row.</summary>
    public string Value { get; } = value;
}
