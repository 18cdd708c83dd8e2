using System.Text.RegularExpressions;
using GraphQL;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>Says in both languages where a query cannot be read, and what the parser met there.</summary>
internal static partial class SyntaxWords
{
    /// <summary>The place, and what was expected where the parser says so.</summary>
    public static Words? Of(ExecutionError error)
    {
        if (error.Locations is not [var place, ..]) return null;
        var met = Expectation().Match(error.Message);
        return new Words($"Regel {place.Line}, teken {place.Column}", $"Line {place.Line}, column {place.Column}") + (met.Success
            ? new Words(
                $": daar staat {met.Groups["found"]}, waar {met.Groups["expected"]} hoort.",
                $": {met.Groups["found"]} stands where {met.Groups["expected"]} is expected.")
            : new Words(": daar klopt iets niet.", ": something is wrong there."));
    }

    [GeneratedRegex(@"Expected (?<expected>.+?), found (?<found>.+?)(;|$)", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Expectation();
}
