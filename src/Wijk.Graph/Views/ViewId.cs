using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Wijk.Graph.Views;

/// <summary>
/// The id of something in a view: its key, <c>key@2016-07-01</c> when it was asked of a day, <c>key@2016-07-01~id</c> in a scenario
/// (<c>key@~id</c> in a scenario without a day). So no cache of a client mixes two views. Keys hold no <c>@</c>: it is encoded there.
/// </summary>
/// <param name="Key">The key.</param>
/// <param name="Day">The day; null when nothing was left out by date.</param>
/// <param name="Scenario">The id of the scenario; null for the graph as it is.</param>
public sealed record ViewId(string Key, DateOnly? Day, string? Scenario)
{
    private const string DayFormat = "yyyy-MM-dd";

    /// <summary>The id of what has a key in a view.</summary>
    public static string Of(GraphView view, string key) => view is { Day: null, Scenario: null } ? key : new ViewId(key, view.Day, view.Scenario?.Id).ToString();

    /// <summary>Takes an id apart; whether there is anything with that key is not looked at.</summary>
    public static bool TryParse(string id, [NotNullWhen(true)] out ViewId? parts)
    {
        parts = null;
        var at = id.LastIndexOf('@');
        if (at < 0)
        {
            parts = new(id, null, null);
            return id.Length > 0;
        }

        var (view, branch) = (id[(at + 1)..], id.IndexOf('~', at));
        var (day, scenario) = branch < 0 ? (view, null) : (id[(at + 1)..branch], id[(branch + 1)..]);
        DateOnly? parsed = DateOnly.TryParseExact(day, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var found) ? found : null;
        if (at == 0 || scenario is "" || (parsed is null && (day.Length > 0 || scenario is null))) return false;
        parts = new(id[..at], parsed, scenario);
        return true;
    }

    /// <summary>The id as text.</summary>
    public override string ToString()
    {
        if (Day is null && Scenario is null) return Key;
        var day = Day?.ToString(DayFormat, CultureInfo.InvariantCulture) ?? "";
        return $"{Key}@{day}{(Scenario is null ? "" : "~" + Scenario)}";
    }
}
