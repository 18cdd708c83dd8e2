using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Bounds the time that the patterns of a mapping may take: a second for each value, and over a file ten seconds and a tenth of a millisecond for each row.</summary>
/// <remarks>A pattern that takes nearly a second on each of a hundred thousand values would hold an import for a day and be stopped by no bound for one value.</remarks>
/// <param name="ofFile">The time for a file of no rows; ten seconds when null.</param>
internal sealed class PatternTime(TimeSpan? ofFile = null)
{
    private static readonly TimeSpan OfRow = TimeSpan.FromMilliseconds(0.1);
    private readonly TimeSpan allowed = ofFile ?? TimeSpan.FromSeconds(10);

    private readonly Dictionary<string, (TimeSpan Spent, TimeSpan Allowed)> files = new(StringComparer.Ordinal);
    private (TimeSpan Spent, TimeSpan Allowed) now = (TimeSpan.Zero, ofFile ?? TimeSpan.FromSeconds(10));
    private string file = "";

    /// <summary>Whether the time of the file is used up.</summary>
    public bool IsUp => now.Spent > now.Allowed;

    /// <summary>Begins a row of a file.</summary>
    public void BeginRow(string name)
    {
        if (name != file)
        {
            files[file] = now;
            (file, now) = (name, files.GetValueOrDefault(name, (TimeSpan.Zero, allowed)));
        }

        now.Allowed += OfRow;
    }

    /// <summary>Whether a text matches.</summary>
    /// <exception cref="RegexMatchTimeoutException">It took more than a second, or the time of the file is up.</exception>
    public bool IsMatch(Regex pattern, string text) => Timed(pattern, text, static (pattern, text) => pattern.IsMatch(text));

    /// <summary>The first match in a text.</summary>
    /// <inheritdoc cref="IsMatch"/>
    public Match Match(Regex pattern, string text) => Timed(pattern, text, static (pattern, text) => pattern.Match(text));

    /// <summary>Every match in a text.</summary>
    /// <inheritdoc cref="IsMatch"/>
    public IReadOnlyList<Match> Matches(Regex pattern, string text) => Timed<IReadOnlyList<Match>>(pattern, text, static (pattern, text) => pattern.Matches(text));

    private T Timed<T>(Regex pattern, string text, Func<Regex, string, T> look)
    {
        if (IsUp) throw new RegexMatchTimeoutException(text, pattern.ToString(), pattern.MatchTimeout);
        var began = Stopwatch.GetTimestamp();
        try
        {
            return look(pattern, text);
        }
        finally
        {
            now.Spent += Stopwatch.GetElapsedTime(began);
        }
    }
}
