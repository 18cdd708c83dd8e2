using System.Text.Json;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Something with values by name, as <c>{name.value}</c> in a mapping asks for them: a row of a table, an item of a list, a cell of a matrix.</summary>
internal interface INamedRow
{
    /// <summary>What it says as a whole, as <c>{name}</c>; null when it is a row, which says nothing as a whole.</summary>
    /// <exception cref="RowRefusedException">It is an object or list, which is no text.</exception>
    string? Whole { get; }

    /// <summary>A value of it; empty when it is blank or absent.</summary>
    /// <exception cref="RowRefusedException">It is an object or list, which is no text.</exception>
    string Value(string name);

    /// <summary>A list or object in it, to walk; null when there is none of that name.</summary>
    JsonElement? Walk(string path);
}
