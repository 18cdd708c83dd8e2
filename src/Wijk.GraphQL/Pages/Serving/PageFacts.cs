using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.GraphInfo;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>What a page says of the data it was made from.</summary>
internal static class PageFacts
{
    private const int SourcesShown = 5;

    /// <summary>What to know before reading: that it is fiction, of a part, or old.</summary>
    /// <param name="view">What is seen.</param>
    /// <param name="fault">Why it may be old; null when it is not.</param>
    /// <param name="lookedAt">The day that is looked at, and why; null when there is none.</param>
    public static ImmutableArray<Words> NoticesOf(GraphView view, SnapshotFault? fault, LookedAt? lookedAt)
    {
        Words?[] notices =
        [
            GraphField.HoldsSample(view) ? new("Voorbeeldgegevens: alles in deze buurt is verzonnen.", "Sample data: all of this neighbourhood is made up.") : null,
            SliceWords.Of(view),
            lookedAt is { Reason: DayReason.LastHeld, Day: var day } ? Ended(day) : null,
            fault is null ? null : GraphQLExecution.Stale(fault),
        ];
        return [.. notices.OfType<Words>()];
    }

    private static Words Ended(DateOnly day)
    {
        var (nl, en) = (Phrasing.Day(day).Nl, Phrasing.Day(day).En);
        return new($"Dit gaat over werk tot en met {nl}. Ga eerst na of dit werk er nog is.", $"This is about work until {en}. First find out whether this work still exists.");
    }

    /// <summary>How much there is to look at, of which version, from which sources and when.</summary>
    public static Words HoldsOf(GraphView view) =>
        new Words($"Versie {view.Version} van de gegevens: ", $"Version {view.Version} of the data: ")
            + Phrasing.Count(view.Graph.Count(NodeKind.Agency), new("organisatie", "organisation"), new("organisaties", "organisations")) + ", "
            + Phrasing.Count(view.Graph.Count(NodeKind.Measure), new("maatregel", "measure"), new("maatregelen", "measures")) + ", "
            + Phrasing.Count(view.Graph.Count(NodeKind.Targeting), new("inzet", "targeting"), new("inzetten", "targetings"))
            + new Words(" (voor wie, waar en wanneer).", " (for whom, where and when).")
            + (SourceCounts.Of(view) is { All.Length: > 0, LastRecordedAt: var last } sources
                ? Phrasing.ByNumber(sources.All.Length, new(" Bron: ", " Source: "), new(" Bronnen: ", " Sources: ")) + Phrasing.List([.. sources.All.Select(source => source.Name)], SourcesShown)
                    + new Words(", voor het laatst bijgewerkt op ", ", last brought up to date on ") + Phrasing.End(Phrasing.Day(DateOnly.FromDateTime(last.UtcDateTime)))
                : new("", ""));
}
