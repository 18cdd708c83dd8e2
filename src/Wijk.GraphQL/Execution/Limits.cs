using System.Collections.Immutable;
using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace Wijk.GraphQL.Execution;

/// <summary>
/// How much one request may ask for, and how much the server does at once. Each can be set under <c>Limits</c>, as in <c>Limits__Seconds=60</c>,
/// and read with the field <c>limits</c>.
/// </summary>
internal sealed record Limits
{
    [Range(1024, 64 << 20), Description("The largest body of a request, in bytes: a thousand changes fit well.")]
    public int BodyBytes { get; init; } = 4 << 20;

    [Range(1_000, 1_000_000), Description("The most values in the variables of a request, those in lists and objects counted.")]
    public int Values { get; init; } = 50_000;

    [Range(256, 16 << 20), Description("The largest document, in bytes of UTF-8.")]
    public int DocumentBytes { get; init; } = 256 << 10;

    [Range(100, 100_000), Description("The most tokens of a document: names, values and punctuation.")]
    public int Tokens { get; init; } = 10_000;

    [Range(50, 10_000), Description("The most letters of a name in a document.")]
    public int NameLength { get; init; } = 250;

    [Range(16, 128), Description("How deep the brackets of a document may be nested, those of values included.")]
    public int Nesting { get; init; } = 64;

    [Range(0, 1_000), Description("The most fragments of a document.")]
    public int Fragments { get; init; } = 100;

    [Range(0, 64), Description("The longest chain of fragments that use one another.")]
    public int FragmentChain { get; init; } = 16;

    [Range(20, 1_000), Description("The most fields and fragments between two braces.")]
    public int Selections { get; init; } = 200;

    [Range(100, 50_000), Description("The most fields of an operation once its fragments are written out.")]
    public int Fields { get; init; } = 5_000;

    [Range(10, 500), Description("How often one field may be asked for at one place, fragments written out.")]
    public int RepeatedFields { get; init; } = 100;

    [Range(13, 32), Description("How deep the fields of an operation may be nested. The introspection query of tools is 13 deep.")]
    public int Depth { get; init; } = 16;

    [Range(1_000, 100_000_000), Description("The highest cost of an operation. A field costs 1 for each item; expected beforehand, and counted again while it runs.")]
    public int Cost { get; init; } = 100_000;

    [Range(1_000, int.MaxValue), Description("The highest cost of the analyses of an operation, by the size of the graph. 1,000,000 is about a second of one core.")]
    public int AnalysisCost { get; init; } = 100_000_000;

    [Range(1, 1_000), Description("The most errors that are looked for in a document.")]
    public int Errors { get; init; } = 20;

    [Range(1, 3_600), Description("How long a query may take in all, in seconds. A change has a deadline of its own.")]
    public int Seconds { get; init; } = 30;

    [Range(1, 1_024), Description("How many analyses are computed at once. Usually one core is left for all else.")]
    public int Analyses { get; init; } = Math.Max(1, Environment.ProcessorCount - 1);

    [Range(0, 10_000), Description("How many operations may wait for their analysis.")]
    public int WaitingAnalyses { get; init; } = 32;

    /// <summary>Every limit, in the order above.</summary>
    public static ImmutableArray<Limit> All { get; } = [.. typeof(Limits).GetProperties().Where(property => property.PropertyType == typeof(int)).Select(property => new Limit(property))];
}

/// <summary>One of the <see cref="Limits"/>.</summary>
/// <param name="property">Where its value stands.</param>
internal sealed class Limit(PropertyInfo property)
{
    private readonly RangeAttribute range = property.GetCustomAttribute<RangeAttribute>()!;

    /// <summary>Its name, camelCase.</summary>
    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>What it limits.</summary>
    public string Description { get; } = property.GetCustomAttribute<DescriptionAttribute>()!.Description;

    /// <summary>The lowest value that may be set.</summary>
    public int Least => (int)range.Minimum;

    /// <summary>The highest value that may be set.</summary>
    public int Most => (int)range.Maximum;

    /// <summary>Its value.</summary>
    public int In(Limits limits) => (int)property.GetValue(limits)!;

    /// <summary>Sets its value, in limits that nobody uses yet.</summary>
    public void Set(Limits limits, int value) => property.SetValue(limits, value);
}
