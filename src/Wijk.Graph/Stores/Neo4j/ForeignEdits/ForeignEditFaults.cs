using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>What can be wrong with a managed node or relation.</summary>
internal static class ForeignEditFaults
{
    /// <summary>What is the matter with a managed record.</summary>
    public static ImmutableArray<Fault> Of(
        GraphRecord record, ReadElement read, IEnumerable<Problem> problems, Func<string, bool> wasRemoved)
    {
        var faults = ImmutableArray.CreateBuilder<Fault>();
        var misread = read.Problems.Select(problem => problem.Path).ToHashSet(StringComparer.Ordinal);
        foreach (var problem in read.Problems) faults.Add(new(VerificationRule.BreaksVocabulary, problem.Message));

        // A value that could not be read is reported already, and is not absent; a missing source is reported as such.
        foreach (var problem in problems.Where(problem => problem.Path != "source" && !misread.Contains(problem.Path)))
            faults.Add(new(VerificationRule.BreaksVocabulary, problem.Message));
        foreach (var name in MissingProvenance(read).Where(name => !misread.Contains(name)))
            faults.Add(new(VerificationRule.NoProvenance, ForeignEditWords.NoProvenance(name)));
        if (wasRemoved(record.Key)) faults.Add(new(VerificationRule.RemovedAndBack, ForeignEditWords.RemovedAndBack));
        if (faults.Count == 0 && !read.IsAsWritten(record))
            faults.Add(new(VerificationRule.ChangedOutsideWijk, Message: null));
        return faults.DrainToImmutable();
    }

    private static IEnumerable<string> MissingProvenance(ReadElement read)
    {
        if (read.Source is null) yield return "source";
        if (read.RecordedAt is null) yield return "recordedAt";
    }
}
