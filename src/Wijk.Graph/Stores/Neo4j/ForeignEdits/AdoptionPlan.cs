using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>What an adoption would take and leave.</summary>
/// <param name="Changes">What the change set holds.</param>
/// <param name="Elements">The elements that are taken, by the key that they have from now on.</param>
/// <param name="Taken">What is taken.</param>
/// <param name="Left">What is left, with why.</param>
internal sealed record AdoptionPlan(
    ImmutableArray<Change> Changes,
    IReadOnlyDictionary<string, Examined> Elements,
    ImmutableArray<AdoptedRecord> Taken,
    ImmutableArray<VerificationFinding> Left)
{
    /// <summary>Plans to take all that fits.</summary>
    /// <param name="check">What was found.</param>
    /// <param name="log">What the log says of it.</param>
    /// <param name="options">How to take it.</param>
    /// <param name="recordedAt">The time that what is taken is recorded at.</param>
    public static AdoptionPlan Of(ForeignEditCheck check, LogTrace log, AdoptionOptions options, DateTimeOffset recordedAt) =>
        new AdoptionPlanner(check, log, options, recordedAt).Plan();
}
