using Wijk.Graph.Analysis.Overlap;

namespace Wijk.Graph.Analysis.Funding;

/// <summary>Counts pots, applications and accounts.</summary>
public static class FundingTally
{
    /// <summary>The figures of some grants, in whatever order they come.</summary>
    /// <remarks>Linear in the grants. Effective pots are exp(Shannon) by amount: Jost (2006), doi:10.1111/j.2006.0030-1299.14714.x.</remarks>
    /// <param name="grants">The grants of one project, runner or area.</param>
    /// <returns>The figures; small pots, which depend on all money of who gets them, are left at 0.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative.</exception>
    public static FundingFigures Of(ReadOnlySpan<Grant> grants)
    {
        var pots = new Dictionary<int, decimal?>();
        var paid = new Dictionary<(int Pot, int Project), (decimal? Amount, bool? IsOneOff)>();
        var refusedCount = 0;
        foreach (var grant in grants)
        {
            if (grant.Amount is { } amount) ArgumentOutOfRangeException.ThrowIfNegative(amount, nameof(grants));
            if (grant.IsRefused)
            {
                refusedCount++;
                continue;
            }

            pots[grant.Pot] = Sum(pots.GetValueOrDefault(grant.Pot), grant.Amount);
            var (sum, isOneOff) = paid.GetValueOrDefault((grant.Pot, grant.Project));
            paid[(grant.Pot, grant.Project)] = (Sum(sum, grant.Amount), OnceOnly(isOneOff, grant.IsOneOff));
        }

        decimal[] amounts = [.. pots.Values.OfType<decimal>().Where(amount => amount > 0).Order()];
        return new()
        {
            PotCount = pots.Count,
            RefusedCount = refusedCount,
            AccountingCount = paid.Count,
            RecurrenceKnownCount = paid.Values.Count(one => one.IsOneOff is not null),
            OneOffCount = paid.Values.Count(one => one.IsOneOff == true),
            Granted = amounts.Sum(),
            Largest = paid.Values.Max(one => one.Amount),
            AmountKnownPotCount = amounts.Length,
            EffectivePots = amounts.Length == 0 ? null : ShannonDiversity.Effective([.. amounts.Select(amount => (double)amount)]),
        };
    }

    private static decimal? Sum(decimal? sum, decimal? amount) => amount is null ? sum : (sum ?? 0) + amount;

    // One instalment that comes again makes it recurring.
    private static bool? OnceOnly(bool? known, bool? next) => next is null ? known : known is null ? next : known & next;
}
