using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Schema;

/// <summary>The words of a closed list, as an enumeration of the schema and as they are typed in the terminal.</summary>
/// <param name="Name">The name of the type in the schema.</param>
/// <param name="Description">What the list is about.</param>
/// <param name="All">Each value with its description; the first is the usual one.</param>
internal sealed record Choices<T>(string Name, string Description, ImmutableArray<(T Value, string Description)> All)
    where T : struct, Enum
{
    /// <summary>The value when none is chosen.</summary>
    public T Standard => All[0].Value;

    /// <summary>A value as the schema writes it: <c>UPPER_CASE</c>.</summary>
    public static string NameOf(T value) => EnumNames.Of(value.ToString());

    /// <summary>The value typed in the terminal, whatever its case; null when it is none of the list.</summary>
    public T? Find(string text) => All.Select(choice => (T?)choice.Value)
        .FirstOrDefault(value => string.Equals(value.ToString(), text, StringComparison.OrdinalIgnoreCase) || string.Equals(NameOf(value!.Value), text, StringComparison.OrdinalIgnoreCase));

    /// <summary>Says that what was typed is not in the list.</summary>
    public Words NotOne(string text) => RecordRules.NotOneOf(text, All.Select(choice => choice.Value.ToString().ToLowerInvariant()));
}
