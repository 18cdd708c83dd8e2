namespace Wijk.Graph.Import.Mappings;

/// <summary>A mapping that cannot be used: wrongly written, unknown, or not fitting the files.</summary>
/// <param name="mapping">The mapping's name or file, or what was looked for.</param>
/// <param name="place">The place in it, e.g. <c>$.rules[0].table</c>; empty when it is about the whole.</param>
/// <param name="problem">The value, the rule and the next step.</param>
public sealed class MappingException(string mapping, string place, string problem)
    : Exception(place.Length > 0 ? $"mapping {mapping}, {place}: {problem}" : $"mapping {mapping}: {problem}")
{
    /// <summary>The mapping's name or file.</summary>
    public string Mapping { get; } = mapping;

    /// <summary>The place in it; empty when it is about the whole.</summary>
    public string Place { get; } = place;
}

/// <summary>Why nothing can be made of a row.</summary>
internal sealed class RowRefusedException(string value, string message) : Exception(message)
{
    /// <summary>The value it is about; empty when it is about the whole row.</summary>
    public string Value { get; } = value;
}
