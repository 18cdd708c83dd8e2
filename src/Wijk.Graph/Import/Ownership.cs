using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>What an import may do with one record.</summary>
internal enum Verdict
{
    /// <summary>The graph does not have it: add it.</summary>
    Added,

    /// <summary>It is theirs to change: replace it.</summary>
    Changed,

    /// <summary>The graph says it already: leave it.</summary>
    Unchanged,

    /// <summary>It is not theirs to change: leave it, and say so.</summary>
    NotOverwritten,
}

/// <summary>Who may change what: a source changes what it brought, and completes what another only mentioned.</summary>
internal static class Ownership
{
    /// <summary>What to do with a record when the graph holds <paramref name="existing"/> under its key.</summary>
    public static Verdict Of(GraphRecord? existing, GraphRecord incoming)
    {
        if (existing is null) return Verdict.Added;
        if (existing.SameContentAs(incoming) || incoming is Node { IsStub: true }) return Verdict.Unchanged;
        if (existing is Node { IsStub: true } || existing.Origin == incoming.Origin) return Verdict.Changed;

        // Two sources that say the same do not disagree: who said it first keeps it.
        return existing.SameContentAs(incoming with { Source = existing.Source, Inference = existing.Inference })
            ? Verdict.Unchanged
            : Verdict.NotOverwritten;
    }
}
