using System.Runtime.CompilerServices;

namespace Wijk.Graph.Snapshots;

/// <summary>Snapshots limited to a day, kept as long as the snapshot they were made of, so that equal questions share one.</summary>
/// <remarks>Safe for several threads.</remarks>
internal sealed class SnapshotsByDay
{
    private const int MostDays = 8;

    private readonly ConditionalWeakTable<GraphSnapshot, Days> daysOf = [];

    /// <summary>The snapshot as it held on a day: the same object for the same snapshot and day, until others push it out.</summary>
    public GraphSnapshot Of(GraphSnapshot snapshot, DateOnly day) => daysOf.GetOrCreateValue(snapshot).Of(snapshot, day);

    private sealed class Days
    {
        private readonly Lock gate = new();
        private readonly OrderedDictionary<DateOnly, Lazy<GraphSnapshot>> made = [];

        public GraphSnapshot Of(GraphSnapshot snapshot, DateOnly day)
        {
            Lazy<GraphSnapshot>? kept;
            lock (gate)
            {
                if (!made.Remove(day, out kept)) kept = new(() => snapshot.AsOf(day));
                made.Add(day, kept);
                if (made.Count > MostDays) made.RemoveAt(0);
            }

            return kept.Value;
        }
    }
}
