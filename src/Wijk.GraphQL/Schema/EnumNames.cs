using System.Text.Json;

namespace Wijk.GraphQL.Schema;

/// <summary>How the values of enumerations are written in the schema.</summary>
internal static class EnumNames
{
    /// <summary>A word as the value of an enumeration: <c>housingAssociation</c> and <c>HousingAssociation</c> become <c>HOUSING_ASSOCIATION</c>.</summary>
    public static string Of(string word) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(word);
}
