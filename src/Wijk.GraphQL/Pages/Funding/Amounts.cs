using Wijk.Graph.Analysis.Funding;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Funding;

/// <summary>How amounts stand in tables: what is not known is said to be.</summary>
internal static class Amounts
{
    /// <summary>What is not known.</summary>
    public static Words Unknown { get; } = new("onbekend", "unknown");

    /// <summary>What was granted.</summary>
    public static Words Of(FundingFigures figures, string currency) => Of(figures.AmountKnownPotCount == 0 ? null : figures.Granted, currency);

    /// <summary>An amount; null when it is not known.</summary>
    public static Words Of(decimal? amount, string currency) => amount is { } known ? Phrasing.Amount(known, currency) : Unknown;
}
