namespace Wijk.Graph.Analysis.Funding;

/// <summary>How split some money is, and what that takes of who gets it.</summary>
public sealed record FundingFigures
{
    /// <summary>Pots that granted anything, each once.</summary>
    public required int PotCount { get; init; }

    /// <summary>Applications: one for each pot and project that was granted, and one for each refusal.</summary>
    public int ApplicationCount => AccountingCount + RefusedCount;

    /// <summary>Applications that were refused or withdrawn: those without a pot.</summary>
    public required int RefusedCount { get; init; }

    /// <summary>Accounts to give: one for each pot and project that was granted; instalments are one.</summary>
    public required int AccountingCount { get; init; }

    /// <summary>Pots that are small for who gets them, by <see cref="SmallPots"/>; counted for each of them.</summary>
    public int SmallPotCount { get; init; }

    /// <summary>Of <see cref="AccountingCount"/>, those of which it is known whether they come again.</summary>
    public required int RecurrenceKnownCount { get; init; }

    /// <summary>Of those, the ones that are granted once.</summary>
    public required int OneOffCount { get; init; }

    /// <summary>One-off grants as a share of those of which that is known, 0 to 1; null when it is known of none.</summary>
    public double? OneOffShare => RecurrenceKnownCount == 0 ? null : (double)OneOffCount / RecurrenceKnownCount;

    /// <summary>What was granted, in the one currency that is added up.</summary>
    public required decimal Granted { get; init; }

    /// <summary>The most that one pot grants to one project; null when no amount is known.</summary>
    public required decimal? Largest { get; init; }

    /// <summary>Of <see cref="PotCount"/>, those of which an amount is known in the one currency that is added up.</summary>
    public required int AmountKnownPotCount { get; init; }

    /// <summary>How many pots of equal size would be as varied: dependence on one payer, not burden. Null when no amount is known.</summary>
    public required double? EffectivePots { get; init; }
}
