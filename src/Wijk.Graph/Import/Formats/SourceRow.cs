using System.Text.Json;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>A row as it was read: texts, as written.</summary>
/// <param name="Values">One text per column of the table; empty when blank or absent.</param>
/// <param name="Place">Where it stands.</param>
/// <param name="Fault">Why the row cannot be read, with the rule and the next step; null when it can.</param>
public sealed record SourceRow(string[] Values, RowPlace Place, RowFault? Fault = null)
{
    /// <summary>The lists and objects that stand in a row of JSON, by the names that lead to them with dots between; null when there are none.</summary>
    internal IReadOnlyDictionary<string, JsonElement>? Nested { get; init; }

    /// <summary>The values that are numbers in the file itself and so have one meaning: bit <c>n</c> for column <c>n</c>, of the first 64 columns.</summary>
    public ulong Numbers { get; init; }

    /// <summary>Whether the value of a column is a number in the file itself.</summary>
    public bool IsNumber(int column) => (Numbers & NumberAt(column)) != 0;

    /// <summary>What <see cref="Numbers"/> has for a column; nothing beyond the first 64.</summary>
    internal static ulong NumberAt(int column) => column < 64 ? 1UL << column : 0;
}

/// <summary>Why a row cannot be read.</summary>
/// <param name="Value">The value it is about; empty when it is about the whole row.</param>
/// <param name="Message">The rule and the next step.</param>
public sealed record RowFault(string Value, Words Message);
