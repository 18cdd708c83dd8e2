namespace Wijk.Graph.Analysis.AskList;

/// <summary>How much may be asked.</summary>
public sealed record AskListParameters
{
    /// <summary>The fewest and the most lines on a sheet: fewer is not worth sending, more is not filled in.</summary>
    public const int ShortestSheet = 5, LongestSheet = 12;

    /// <summary>How many sheets there are to hand out, each to another respondent; 1 or more.</summary>
    public required int SheetCount
    {
        get;
        init => field = value > 0 ? value : throw new ArgumentOutOfRangeException(nameof(SheetCount), value, "There must be 1 sheet or more.");
    }

    /// <summary>The share of sheets that is expected to come back, above 0 to 1.</summary>
    public double ReturnRate
    {
        get;
        init => field = value is > 0 and <= 1 ? value : throw new ArgumentOutOfRangeException(nameof(ReturnRate), value, "The share that comes back must be above 0 and at most 1.");
    } = 0.8;

    /// <summary>Decides between what is worth as much.</summary>
    public int Seed { get; init; } = 1;
}
