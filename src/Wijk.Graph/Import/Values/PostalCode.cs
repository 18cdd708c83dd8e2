using System.Text.RegularExpressions;

namespace Wijk.Graph.Import.Values;

/// <summary>Dutch postal codes, which people write as <c>1012 AB</c>, <c>1012AB</c> and <c>1012 ab</c>.</summary>
internal static partial class PostalCode
{
    /// <summary>The code as it is written officially, <c>1012 AB</c>; null when the text is no Dutch postal code.</summary>
    public static string? Standard(string text) => Dutch().Match(text) is { Success: true } match
        ? $"{match.Groups[1].Value} {match.Groups[2].Value.ToUpperInvariant()}" : null;

    /// <summary>The code as it is compared; null when the text is no Dutch postal code.</summary>
    public static string? Folded(string text) => Standard(text)?.ToLowerInvariant();

    // The first digit is never 0, and SA, SD and SS are not used.
    [GeneratedRegex(@"^\s*([1-9]\d{3})\s*((?!SA|SD|SS)[A-Z]{2})\s*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Dutch();
}
