using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Holds what a store holds against the vocabulary and against its own log, for a store that nobody else writes in.</summary>
internal static class ContentsCheck
{
    /// <summary>What was found.</summary>
    public static async Task<Verification> VerifyAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var contents = await store.ReadContentsAsync(cancellationToken).ConfigureAwait(false);
        var byKey = new Dictionary<string, GraphRecord>(StringComparer.Ordinal);
        var twice = contents.Nodes.Concat<GraphRecord>(contents.Relations).Where(record => !byKey.TryAdd(record.Key, record)).Select(record => record.Key).ToList();
        var trace = new LogTrace(byKey.Keys.ToHashSet(StringComparer.Ordinal));
        await foreach (var changeSet in store.ReadLogAsync(afterVersion: 0, cancellationToken).ConfigureAwait(false))
        {
            if (changeSet.Version.Number > contents.Version.Number) break;
            trace.Add(changeSet);
        }

        return new(contents.Version, contents.Nodes.Count, contents.Relations.Count, trace.IsComplete, [.. twice.Select(Twice), .. Findings(byKey, trace)]);
    }

    private static IEnumerable<VerificationFinding> Findings(Dictionary<string, GraphRecord> byKey, LogTrace trace)
    {
        foreach (var (key, record) in byKey)
        {
            foreach (var problem in ProblemsOf(record)) yield return Found(VerificationRule.BreaksVocabulary, key, problem.Message);
            if (trace.Newest(key) is not { } logged || logged.Equals(record)) continue;
            yield return Found(
                VerificationRule.ChangedOutsideWijk,
                key,
                new Words("Anders dan in het logboek: ", "Other than in the log: ") + RecordDifferences.Between(logged, record) + ".");
        }

        if (!trace.IsComplete) yield break;
        foreach (var key in trace.Present.Where(key => !byKey.ContainsKey(key)).Order(StringComparer.Ordinal))
        {
            yield return Found(
                VerificationRule.DeletedOutsideWijk, key, new("Staat in het logboek, en is weg.", "Stands in the log, and is gone."));
        }

        IEnumerable<Problem> ProblemsOf(GraphRecord record) => record is Node node
            ? RecordRules.ProblemsOf(node)
            : RecordRules.ProblemsOf((Relation)record, end => (byKey.GetValueOrDefault(end) as Node)?.Kind);
    }

    private static VerificationFinding Twice(string key) => Found(
        VerificationRule.BreaksVocabulary, key, new("Staat er twee keer, en een sleutel hoort bij één record.", "Stands there twice, and a key belongs to one record."));

    private static VerificationFinding Found(VerificationRule rule, string key, Words message) => new(
        rule,
        key,
        ElementId: null,
        Keys.PrefixOf(key).ToString(),
        message,
        new("Zet een reservekopie terug met 'restore' in een lege map.", "Put a backup back with 'restore', in an empty folder."));
}
