namespace Wijk.Graph.Import;

/// <summary>What an import may vary.</summary>
public sealed record ImportOptions
{
    /// <summary>
    /// Whether to go on without the rows that are refused and what depends on them.
    /// By default one refused row means that nothing is written.
    /// </summary>
    public bool SkipRefused { get; init; }
}
