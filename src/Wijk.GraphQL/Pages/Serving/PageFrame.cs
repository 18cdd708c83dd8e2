using System.Collections.Immutable;
using Microsoft.AspNetCore.WebUtilities;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>What is around the contents of every page.</summary>
public sealed record PageFrame
{
    /// <summary>The parameters that every link takes along.</summary>
    public static readonly ImmutableArray<string> Kept = ["lang", "area", "asOf"];

    /// <summary>The version of the program.</summary>
    public static string Program { get; } = typeof(PageFrame).Assembly.GetName().Version!.ToString(fieldCount: 3);

    /// <summary>The language of the page.</summary>
    public required Language Language { get; init; }

    /// <summary>Where it stands on the server; null for a page in a file, which has no links.</summary>
    public string? Path { get; init; }

    /// <summary>What was given in its address, by name.</summary>
    public ImmutableSortedDictionary<string, string> Given { get; init; } = ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>Whether an area or a day was chosen.</summary>
    public bool IsChosen => Given.ContainsKey("area") || Given.ContainsKey("asOf");

    /// <summary>Whether links to other pages take area and day along; not where those may be what is wrong.</summary>
    public bool KeepsPlace { get; init; } = true;

    /// <summary>The areas to choose from.</summary>
    public ImmutableArray<WorkArea> Areas { get; init; } = [];

    /// <summary>The key of the area that was chosen; null for everywhere.</summary>
    public string? AreaKey { get; init; }

    /// <summary>Whether the query editor is served.</summary>
    public bool HasEditor { get; init; }

    /// <summary>What to know before reading: that it is fiction, of a part, or old.</summary>
    public ImmutableArray<Words> Notices { get; init; } = [];

    /// <summary>How much there is to look at, and of which version; null when that is not known.</summary>
    public Words? Holds { get; init; }

    /// <summary>The style sheet for a page in a file, which takes it along; null when the server has it.</summary>
    public string? Style { get; init; }

    /// <summary>A link to another page, with what every link takes along.</summary>
    /// <param name="path">The page.</param>
    /// <param name="more">Parameters to set; null takes one away.</param>
    public string To(string path, params ReadOnlySpan<(string Name, string? Value)> more) =>
        Address(path, Given.Where(given => given.Key == Kept[0] || (KeepsPlace && Kept.Contains(given.Key))), more);

    /// <summary>A link to a page that is asked the same, with all that was given but for what is changed.</summary>
    public string Along(string path, params ReadOnlySpan<(string Name, string? Value)> more) => Address(path, Given, more);

    /// <summary>A link to this page, with all that was given but for what is changed.</summary>
    public string Here(params ReadOnlySpan<(string Name, string? Value)> more) => Address(Path!, Given, more);

    private static string Address(string path, IEnumerable<KeyValuePair<string, string>> given, ReadOnlySpan<(string Name, string? Value)> more)
    {
        var all = new SortedDictionary<string, string?>(given.ToDictionary(one => one.Key, one => (string?)one.Value), StringComparer.Ordinal);
        foreach (var (name, value) in more) all[name] = value;
        return QueryHelpers.AddQueryString(path, all.Where(one => one.Value is { Length: > 0 }));
    }
}
