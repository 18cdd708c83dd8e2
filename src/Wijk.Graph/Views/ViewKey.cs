namespace Wijk.Graph.Views;

/// <summary>What tells the views of one snapshot apart.</summary>
internal sealed record ViewKey(DateOnly? Day, Reader Reader, Scenario? Scenario);
