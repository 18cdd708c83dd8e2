using System.Collections;

namespace Wijk.GraphQL.Changes;

/// <summary>The fields given in an input object. One that is left out differs from one that is null.</summary>
internal sealed record Fields(IDictionary<string, object?> Values)
{
    /// <summary>Whether the field is given; its value may be null.</summary>
    public bool Has(string name) => Values.ContainsKey(name);

    /// <summary>The value; null when it is null or left out.</summary>
    public object? Value(string name) => Values.TryGetValue(name, out var value) ? value : null;

    /// <summary>A text or key.</summary>
    public string? Text(string name) => Value(name)?.ToString();

    /// <summary>An object inside.</summary>
    public Fields? Inside(string name) => Value(name) is IDictionary<string, object?> values ? new(values) : null;

    /// <summary>A list of objects inside.</summary>
    public IEnumerable<Fields> List(string name) =>
        Value(name) is IEnumerable items ? items.Cast<IDictionary<string, object?>>().Select(values => new Fields(values)) : [];
}
