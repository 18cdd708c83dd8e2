using System.Collections;
using System.Collections.Immutable;
using System.Globalization;

namespace Wijk.Graph.Model;

/// <summary>An immutable set of attribute values, ordered by name and compared by content.</summary>
/// <remarks>Values have the .NET type that their <see cref="AttributeType"/> names. A blank value is not stored: absent means unknown.</remarks>
public sealed class AttributeSet : IReadOnlyCollection<KeyValuePair<string, object>>, IEquatable<AttributeSet>
{
    private readonly KeyValuePair<string, object>[] values;

    private AttributeSet(KeyValuePair<string, object>[] values) => this.values = values;

    /// <summary>No attributes.</summary>
    public static AttributeSet Empty { get; } = new([]);

    /// <summary>How many attributes have a value.</summary>
    public int Count => values.Length;

    /// <summary>The value of an attribute; null when it has none.</summary>
    public object? this[string name]
    {
        get
        {
            foreach (var (key, value) in values)
            {
                if (key == name) return value;
            }

            return null;
        }
    }

    /// <summary>A set of these values; those that are null are left out.</summary>
    /// <exception cref="ArgumentException">A name occurs twice, or a value is of a type that no <see cref="AttributeType"/> names.</exception>
    public static AttributeSet Of(params IEnumerable<(string Name, object? Value)> values)
    {
        var kept = values.Where(value => value.Value is not null)
            .Select(value => KeyValuePair.Create(value.Name, Checked(value.Name, value.Value!)))
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .ToArray();
        for (var i = 1; i < kept.Length; i++)
        {
            if (kept[i].Key == kept[i - 1].Key) throw new ArgumentException($"Attribute '{kept[i].Key}' has two values.", nameof(values));
        }

        return kept.Length == 0 ? Empty : new(kept);
    }

    /// <summary>A set of values that are ordered by name, have no name twice, and are of the types that attributes have; for stores, which know that they are.</summary>
    internal static AttributeSet OfOrdered(ReadOnlySpan<KeyValuePair<string, object>> values) => values.IsEmpty ? Empty : new(values.ToArray());

    /// <summary>The same set with one value set, or removed when it is null.</summary>
    public AttributeSet With(string name, object? value) =>
        Of(values.Where(pair => pair.Key != name).Select(pair => (pair.Key, (object?)pair.Value)).Append((name, value)));

    /// <summary>A text or choice; null when absent.</summary>
    public string? Text(string name) => this[name] as string;

    /// <summary>A whole number; null when absent.</summary>
    public long? Integer(string name) => this[name] as long?;

    /// <summary>A number, whole or decimal; null when absent.</summary>
    public decimal? Number(string name) => this[name] switch { decimal number => number, long number => number, _ => null };

    /// <summary>Whether it is true; an absent value is not.</summary>
    public bool IsTrue(string name) => this[name] is true;

    /// <summary>A partial date; null when absent.</summary>
    public PartialDate? Date(string name) => this[name] as PartialDate?;

    /// <summary>The value of any type as invariant text; null when absent.</summary>
    public string? TextOf(string name) => this[name] switch
    {
        null => null,
        bool flag => flag ? "true" : "false",
        ImmutableArray<string> texts => string.Join('|', texts),
        var value => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <inheritdoc/>
    public bool Equals(AttributeSet? other)
    {
        if (other is null || values.Length != other.values.Length) return false;
        for (var i = 0; i < values.Length; i++)
        {
            if (values[i].Key != other.values[i].Key || !SameValue(values[i].Value, other.values[i].Value)) return false;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AttributeSet);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var (name, _) in values) hash.Add(name);
        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public IEnumerator<KeyValuePair<string, object>> GetEnumerator() => values.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static bool SameValue(object left, object right) => (left, right) switch
    {
        (ImmutableArray<string> a, ImmutableArray<string> b) => a.AsSpan().SequenceEqual(b.AsSpan()),
        _ => left.Equals(right),
    };

    private static object Checked(string name, object value) => value switch
    {
        // Division drops trailing zeros, so that equal numbers are written alike.
        decimal number => number / 1.0000000000000000000000000000m,
        string or long or bool or PartialDate or ImmutableArray<string> => value,
        int number => (long)number,
        _ => throw new ArgumentException($"Attribute '{name}' has a value of type {value.GetType().Name}, which no attribute type allows."),
    };
}
