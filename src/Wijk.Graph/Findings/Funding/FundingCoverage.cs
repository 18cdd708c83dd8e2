using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>How much an answer on funding could see.</summary>
internal static class FundingCoverage
{
    public static ImmutableArray<Coverage> Of(FundingBooks books, bool isEverywhere)
    {
        var (history, year) = (books.View.History, books.Year);
        var all = books.Held;
        var granted = all.Where(grant => !grant.IsRefused).ToArray();
        var recorded = history.NumbersOf(RelationKind.Funds).Count(grant =>
            (history.Relation(grant).Attributes.Integer("year") is not { } other || other == year) && !IsScheme(history.Node(history.To(grant))));
        Coverage?[] seen =
        [
            recorded == all.Length ? null : new(
                new($"toekenningen en afwijzingen van {year} die gelden op de kijkdag",
                    $"grants and refusals of {year} that hold on the day we look at"), all.Length, recorded),
            new(new("toekenningen en afwijzingen waarvan we het jaar kennen", "grants and refusals of which the year is known"),
                all.Count(grant => grant.Year is not null), all.Length),
            new(new("toekenningen waarvan we de regeling kennen", "grants of which the scheme is known"),
                granted.Count(grant => books.Table.Pots[grant.Pot].Scheme is not null), granted.Length),
            new(new("toekenningen waarvan we het bedrag kennen", "grants of which the amount is known"),
                granted.Count(grant => grant.Amount is not null), granted.Length),
            new(new("toekenningen waarvan we weten of ze eenmalig zijn", "grants of which it is known whether they are one-off"),
                granted.Count(grant => grant.IsOneOff is not null), granted.Length),
            new(new("toekenningen en afwijzingen waarvan we weten wie het werk doet", "grants and refusals of which it is known who does the work"),
                all.Count(grant => !books.Table.Projects[grant.Project].Runners.IsEmpty), all.Length),
            new(new("toekenningen voor werk waarvan een gebied bekend is", "grants for work of which an area is known"),
                granted.Count(grant => !grant.Areas.IsEmpty), granted.Length),
            OneCurrency(books, granted),
            SeveralRunners(books, all),
        ];
        // Where its work is may not be known, so all of it is counted.
        var overall = isEverywhere ? new Words("", "") : new(" (alle gebieden samen)", " (all areas together)");
        return [.. seen.OfType<Coverage>().Select(item => item with { What = item.What + overall })];
    }

    // Amounts in several currencies are never added up.
    private static Coverage? OneCurrency(FundingBooks books, FundingGrant[] granted)
    {
        var (known, counted) = (granted.Count(grant => grant.Amount is not null), granted.Count(grant => books.Amount(grant) is not null));
        return known == counted || books.Currency.Length == 0 ? null : new(
            new($"bedragen in {books.Currency}; andere munten tellen niet mee in bedragen",
                $"amounts in {books.Currency}; other currencies are left out of amounts"), counted, known);
    }

    private static Coverage? SeveralRunners(FundingBooks books, ImmutableArray<FundingGrant> all)
    {
        var one = all.Count(grant => books.Table.Projects[grant.Project].Runners.Length < 2);
        return one == all.Length ? null : new(
            new("toekenningen en afwijzingen voor werk van hooguit één organisatie; de andere tellen bij elk ervan",
                "grants and refusals for work of at most one organisation; the others count with each"),
            one, all.Length);
    }

    private static bool IsScheme(Node work) => work.Attributes.Text("type") == "scheme";
}
