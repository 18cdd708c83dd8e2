namespace Wijk.Graph.Views;

/// <summary>An area that had ended by the day that is looked at, and that something still names.</summary>
/// <param name="Area">Its number in <see cref="GraphView.History"/>.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Replacement">The number in <see cref="GraphView.History"/> of the area that took its place; null when none, or more than one, did.</param>
/// <param name="NamedByCount">How many targetings name it.</param>
public sealed record EndedArea(int Area, DateOnly LastDay, int? Replacement, int NamedByCount);
