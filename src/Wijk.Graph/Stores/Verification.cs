using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Why a node or relation is listed by a verification.</summary>
public enum VerificationRule
{
    /// <summary>It is of a kind of the vocabulary, but Wijk does not manage it: Wijk does not read it.</summary>
    NotManaged,

    /// <summary>It is managed but is not what the vocabulary says it must be.</summary>
    BreaksVocabulary,

    /// <summary>It does not say who said so, or when it was recorded.</summary>
    NoProvenance,

    /// <summary>It is not what Wijk last wrote.</summary>
    ChangedOutsideWijk,

    /// <summary>Wijk removed it, and it is there.</summary>
    RemovedAndBack,

    /// <summary>Wijk wrote it and never removed it, and it is gone.</summary>
    DeletedOutsideWijk,

    /// <summary>The vocabulary does not know it: it is somebody else's, and stays. A remark, not a fault.</summary>
    NotOfVocabulary,
}

/// <summary>One thing that a verification found.</summary>
/// <param name="Rule">Why it is listed.</param>
/// <param name="Key">The key of the record; null where there is none.</param>
/// <param name="ElementId">What the database calls it, for looking it up there; null where there is no such thing.</param>
/// <param name="Kind">The kind of node or relation; several labels are joined by a colon.</param>
/// <param name="Message">What is the matter.</param>
/// <param name="NextStep">What to do.</param>
public sealed record VerificationFinding(VerificationRule Rule, string? Key, string? ElementId, string Kind, Words Message, Words NextStep)
{
    /// <summary>Whether it is only a remark: nothing is wrong with it.</summary>
    public bool IsRemark => Rule == VerificationRule.NotOfVocabulary;
}

/// <summary>What a verification looked at and found.</summary>
/// <param name="Version">The version of the graph it looked at.</param>
/// <param name="NodeCount">How many nodes Wijk manages.</param>
/// <param name="RelationCount">How many relations Wijk manages.</param>
/// <param name="IsLogComplete">Whether the log begins at version 1: only then it is known what should be there and is not.</param>
/// <param name="Findings">What was found: nodes, then relations, then what is gone, then remarks.</param>
public sealed record Verification(
    GraphVersion Version, long NodeCount, long RelationCount, bool IsLogComplete, ImmutableArray<VerificationFinding> Findings);
