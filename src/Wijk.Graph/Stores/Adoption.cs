using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>How what was written outside Wijk is to be taken over.</summary>
public sealed record AdoptionOptions
{
    /// <summary>Who vouches for it: the source of what has no source of its own.</summary>
    public required string Source { get; init; }

    /// <summary>The namespace of the keys of nodes that have none; null to leave such nodes.</summary>
    public string? Namespace { get; init; }

    /// <summary>Whether only to say what would be taken.</summary>
    public bool IsDryRun { get; init; }
}

/// <summary>One thing that was taken over, or would be.</summary>
/// <param name="Key">The key it has from now on.</param>
/// <param name="Rule">Why it was listed.</param>
/// <param name="Message">What was done.</param>
public sealed record AdoptedRecord(string Key, VerificationRule Rule, Words Message);

/// <summary>What an adoption took, and what it left.</summary>
/// <param name="Taken">What was taken.</param>
/// <param name="Left">What was left as it was, with why.</param>
/// <param name="Version">The version in which it is visible; null when nothing was written.</param>
public sealed record Adoption(ImmutableArray<AdoptedRecord> Taken, ImmutableArray<VerificationFinding> Left, long? Version);
