namespace Wijk.Graph.Analysis.Funding;

/// <summary>When a pot is small: under a share of all money of who gets it, or under an amount.</summary>
/// <param name="Percent">The share, in percents of all that money; 0 to 100.</param>
/// <param name="Amount">The amount, in the currency that is added up; 0 or more.</param>
public readonly record struct SmallPots(int Percent, decimal Amount)
{
    /// <summary>The small ones among the pots of one runner.</summary>
    /// <remarks>A pot of which no amount is known is not called small.</remarks>
    /// <param name="grants">All grants of the runner.</param>
    public IReadOnlySet<int> Of(ReadOnlySpan<Grant> grants)
    {
        var amounts = new Dictionary<int, decimal>();
        foreach (var grant in grants)
        {
            if (grant is { IsRefused: false, Amount: { } amount }) amounts[grant.Pot] = amounts.GetValueOrDefault(grant.Pot) + amount;
        }

        var (money, percent, least) = (amounts.Values.Sum(), Percent, Amount);
        return amounts.Where(pot => pot.Value < least || 100 * pot.Value < percent * money).Select(pot => pot.Key).ToHashSet();
    }
}
