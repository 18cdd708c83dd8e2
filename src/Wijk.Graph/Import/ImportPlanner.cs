using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Wijk.Graph.Import.Merges;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import;

/// <summary>Compares what a mapping made with what the graph holds, and plans the change set that brings the graph up to date.</summary>
/// <remarks>
/// A source updates what it brought and completes what others only mentioned. It never overwrites what another source or a person
/// changed later, and never deletes: what the files no longer hold is listed.
/// </remarks>
public static class ImportPlanner
{
    /// <summary>Plans an import. Pure: the same input gives the same plan.</summary>
    /// <param name="mapped">What the files say.</param>
    /// <param name="current">What the graph holds.</param>
    /// <param name="options">What may vary.</param>
    /// <param name="now">When the changes are recorded, in UTC, to the millisecond.</param>
    /// <param name="removedBy">Who removed a record, by its key; see <see cref="IGraphStore.ReadRemovalsAsync"/>. Null when nothing was ever removed.</param>
    /// <exception cref="FictionAndFactException">The sample would mix with real data.</exception>
    public static ImportPlan Plan(
        MappedRecords mapped,
        GraphContents current,
        ImportOptions options,
        DateTimeOffset now,
        IReadOnlyDictionary<string, string>? removedBy = null)
    {
        // Sources know nothing of merges, so they are compared with the graph as it would be without. An export holds the graph as it is, merges and all.
        return mapped.IsOfGraph || MergePlanner.In(current).IsEmpty ? PlanOn(current) : MergePlanner.Beneath(current, PlanOn);

        ImportPlan PlanOn(GraphContents graph) => PlanWithoutMerges(mapped, graph, options, now, removedBy);
    }

    private static ImportPlan PlanWithoutMerges(
        MappedRecords mapped, GraphContents current, ImportOptions options, DateTimeOffset now, IReadOnlyDictionary<string, string>? removedBy)
    {
        var replacesSample = SampleNeighbourhood.MakesPlaceFor(mapped, current);
        removedBy ??= FrozenDictionary<string, string>.Empty;
        var before = ByKey(current);
        var kept = replacesSample ? [] : before;

        var checks = new RecordChecks(mapped, key => KindInGraph(key, kept, removedBy));
        var comparison = new RecordComparison(checks, kept, removedBy);
        RowRemark[] refused = InOrder(mapped.Refused.Concat(checks.Refused));
        var isRefused = refused.Length > 0 && !options.SkipRefused;
        var changes = isRefused ? [] : Changes(comparison, replacesSample ? before.Keys : [], now);

        var changeSet = changes.IsEmpty ? null : new ChangeSet
        {
            Id = IdOf(mapped, current.Version.Number),
            Source = mapped.Namespace,
            RecordedAt = now,
            ExpectedVersion = current.Version.Number,
            Changes = changes,
        };
        return new(changeSet, new()
        {
            Namespace = mapped.Namespace,
            Outcome = isRefused ? ImportOutcome.Refused : changes.IsEmpty ? ImportOutcome.NothingToDo : ImportOutcome.Planned,
            Version = current.Version.Number,
            Files = mapped.Files,
            NodesAdded = Count(comparison.Nodes, Verdict.Added),
            NodesChanged = Count(comparison.Nodes, Verdict.Changed),
            NodesUnchanged = Count(comparison.Nodes, Verdict.Unchanged),
            RelationsAdded = Count(comparison.Relations, Verdict.Added),
            RelationsChanged = Count(comparison.Relations, Verdict.Changed),
            RelationsUnchanged = Count(comparison.Relations, Verdict.Unchanged),
            Warnings = InOrder(mapped.Warnings),
            Refused = refused,
            Rows = mapped.Rows.WithRefused(RowsRefusedLater(mapped, checks.Refused)),
            Vanished = mapped.IsSupplement ? [] : [.. kept.Values.Where(record => record.Origin == mapped.Namespace && !checks.Holds(record.Key))
                .Select(record => record.Key).Order(StringComparer.Ordinal)],
            NotOverwritten = comparison.NotOverwritten,
            SampleReplaced = replacesSample && changeSet is not null,
        });
    }

    private static Dictionary<string, GraphRecord> ByKey(GraphContents contents) =>
        contents.Nodes.Concat<GraphRecord>(contents.Relations).ToDictionary(record => record.Key, StringComparer.Ordinal);

    // A reference to a node that somebody removed is not refused: the row is left out, and the import goes on.
    private static NodeKind? KindInGraph(string key, Dictionary<string, GraphRecord> graph, IReadOnlyDictionary<string, string> removedBy)
    {
        if (graph.TryGetValue(key, out var record)) return (record as Node)?.Kind;
        return removedBy.ContainsKey(key) ? Keys.NodeKindOf(key) : null;
    }

    // Without new records the sample stays: an import of nothing replaces nothing.
    private static ImmutableArray<Change> Changes(RecordComparison comparison, IEnumerable<string> replacedKeys, DateTimeOffset now)
    {
        var puts = comparison.Changes(now).ToDictionary(change => change.Key, StringComparer.Ordinal);
        var removals = puts.Count == 0 ? [] : replacedKeys.Where(key => !puts.ContainsKey(key)).Select(Change.Remove);
        return [.. puts.Values.Concat(removals).OrderBy(change => change.Key, StringComparer.Ordinal)];
    }

    private static long RowsRefusedLater(MappedRecords mapped, IEnumerable<RowRemark> refused)
    {
        var before = mapped.Refused.Select(remark => remark.Place).ToHashSet();
        return refused.Select(remark => remark.Place).Distinct().Where(place => !before.Contains(place)).Sum(place => (long)mapped.Several.GetValueOrDefault(place, 1));
    }

    private static string IdOf(MappedRecords mapped, long baseVersion)
    {
        var identity = string.Create(CultureInfo.InvariantCulture, $"{mapped.ContentHash}\n{mapped.Namespace}\n{baseVersion}");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)));
    }

    private static int Count(ImmutableArray<(GraphRecord Record, Verdict Verdict)> decisions, Verdict verdict) =>
        decisions.Count(decision => decision.Verdict == verdict);

    private static RowRemark[] InOrder(IEnumerable<RowRemark> remarks) =>
        [.. remarks.OrderBy(remark => remark.Place.File, StringComparer.Ordinal).ThenBy(remark => remark.Place.Row)];
}
