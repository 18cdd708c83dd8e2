using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Funding;

/// <summary>The organisations that get money, by from how many funders and pots; and the initiatives, as a count.</summary>
public sealed record Recipients
{
    /// <summary>Organisations that asked for money, whether they got any or not.</summary>
    public required int AskedCount { get; init; }

    /// <summary>Organisations that were granted anything.</summary>
    public required int PaidCount { get; init; }

    /// <summary>Of those, the ones that two or more funders pay.</summary>
    public required int SeveralFundersCount { get; init; }

    /// <summary>Organisations that asked two or more funders, refusals included.</summary>
    public required int AskedSeveralFundersCount { get; init; }

    /// <summary>Organisations that are paid from one pot.</summary>
    public required int OnePotCount { get; init; }

    /// <summary>Organisations that are paid from three or more pots.</summary>
    public required int ThreeOrMorePotsCount { get; init; }

    /// <summary>The organisation with most pots, as a number in the graph of the answer; of equals the first by key. Null when there is none.</summary>
    public required int? MostPots { get; init; }

    /// <summary>Initiatives that asked for money; null when so few of them are private persons' that a count may point at one.</summary>
    public required int? InitiativeCount { get; init; }

    internal static Recipients Of(FundingBooks books)
    {
        var graph = books.View.Graph;
        var agencies = books.ByRunner.Where(entry => graph.Node(entry.Key).Kind == NodeKind.Agency)
            .Select(entry => (Runner: entry.Key, Grants: entry.Value, Paid: entry.Value.Where(grant => !grant.IsRefused).ToArray()))
            .Select(entry => (
                entry.Runner,
                AskedFunders: FundersOf(books, entry.Grants),
                PaidFunders: FundersOf(books, entry.Paid),
                Pots: entry.Paid.Select(grant => grant.Pot).Distinct().Count()))
            .ToArray();
        int[] initiatives = [.. books.ByRunner.Keys.Where(runner => graph.Node(runner).Kind == NodeKind.Initiative)];
        return new()
        {
            AskedCount = agencies.Length,
            PaidCount = agencies.Count(agency => agency.Pots > 0),
            SeveralFundersCount = agencies.Count(agency => agency.PaidFunders > 1),
            AskedSeveralFundersCount = agencies.Count(agency => agency.AskedFunders > 1),
            OnePotCount = agencies.Count(agency => agency.Pots == 1),
            ThreeOrMorePotsCount = agencies.Count(agency => agency.Pots >= 3),
            MostPots = agencies.Where(agency => agency.Pots > 0).OrderByDescending(agency => agency.Pots).ThenBy(agency => agency.Runner)
                .Select(agency => (int?)agency.Runner).FirstOrDefault(),
            InitiativeCount = PrivateInitiatives.Of(books.View).Count(initiatives),
        };
    }

    private static int FundersOf(FundingBooks books, IEnumerable<FundingGrant> grants) =>
        grants.Select(grant => books.Table.Pots[grant.Pot].Funder).Distinct().Count();
}
