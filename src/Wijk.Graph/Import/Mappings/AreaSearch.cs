using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>Looks in texts for the names and aliases of areas, those that the same files bring and those that the graph holds.</summary>
/// <param name="Of">The texts.</param>
/// <param name="As">The name that the area gets among the nodes of the mapping.</param>
/// <param name="Rule">The rule in words, as every record says that has the area at an end.</param>
internal sealed record AreaSearch(IReadOnlyList<Expression> Of, string As, Words Rule)
{
    private static readonly Words NoneKnown = new(
        "we kennen nog geen gebieden om in teksten te zoeken; lees eerst de gebieden in, en daarna dit bestand opnieuw.",
        "no areas are known yet to look for in texts; import the areas first, and then this file again.");

    private static readonly Words Ambiguous = new(
        "de tekst noemt een naam die bij meer dan één gebied hoort; daar is niets uit afgeleid.",
        "the text has a name that fits more than one area; nothing was concluded from it.");

    private static readonly Words Elsewhere = new(
        "de tekst noemt een gebied buiten het gebied waar het om gaat; daar is niets uit afgeleid.",
        "the text names an area outside the one it is about; nothing was concluded from it.");

    /// <summary>The levels that are looked for; empty for all.</summary>
    public IReadOnlySet<string> Levels { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The node of the mapping, an area, that a found one must be or be part of; null for anywhere.</summary>
    public string? Within { get; init; }

    /// <summary>Names that say something else too often, folded: they are left alone.</summary>
    public IReadOnlySet<string> Except { get; init; } = ImmutableHashSet<string>.Empty;

    /// <summary>The keys of the areas that the texts of a row name, each with the words that do, as written.</summary>
    public IEnumerable<(string Area, ImmutableArray<string> Words)> FindIn(Scope scope)
    {
        if (scope.Run.Areas is not { } names) return [];
        if (!names.HasAny(Levels))
        {
            scope.Run.Collector.Count(scope.Records.Place, NoneKnown);
            return [];
        }

        var all = Of.SelectMany(text => names.In(text.Evaluate(scope)))
            .Where(named => !Except.Contains(AreaNames.Folded(named.Written)) && named.Areas.Any(area => IsOfLevel(area, names)))
            .Select(named => (named.Written, Areas: Possible(named.Areas, names, scope)))
            .ToArray();
        Tell(scope, Ambiguous, all.Where(named => named.Areas.Length > 1).Select(named => named.Written));
        Tell(scope, Elsewhere, all.Where(named => named.Areas.IsEmpty).Select(named => named.Written));
        return all.Where(named => named.Areas is [var area] && IsOfLevel(area, names))
            .GroupBy(named => named.Areas[0], named => named.Written)
            .Select(named => (named.Key, named.Distinct().ToImmutableArray()));
    }

    private ImmutableArray<string> Possible(ImmutableArray<string> areas, AreaNames names, Scope scope)
    {
        if (Within is null) return areas;
        var whole = scope.NodeKey(Within);
        return [.. areas.Where(area => whole is not null && names.LiesIn(area, whole))];
    }

    private bool IsOfLevel(string area, AreaNames names) => Levels.Count == 0 || (names.LevelOf(area) is { } level && Levels.Contains(level));

    private static void Tell(Scope scope, Words message, IEnumerable<string> written)
    {
        string[] named = [.. written];
        if (named.Length > 0) scope.Run.Collector.Count(scope.Records.Place, message, named);
    }
}
