namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>Which network is looked at. Only the first is about collaboration: of the others every sentence says which it is about.</summary>
public enum FragmentationNetwork
{
    /// <summary>Who are known to have contact with each other.</summary>
    Collaboration,

    /// <summary>Who pays whom.</summary>
    Funding,

    /// <summary>Who work for the same target group in the same area.</summary>
    SharedCells,

    /// <summary>Who take part in one trajectory together.</summary>
    SharedTrajectories,
}
