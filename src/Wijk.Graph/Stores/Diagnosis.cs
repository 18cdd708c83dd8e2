using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>One thing that was looked at, whether it is well, and what to do when it is not.</summary>
/// <param name="Subject">What was looked at, in code: <c>database</c>, <c>clock</c>.</param>
/// <param name="Level">How well it is.</param>
/// <param name="Found">What was found.</param>
/// <param name="NextStep">What to do; null when there is nothing to do, or when <paramref name="Found"/> says it.</param>
public sealed record Diagnosis(string Subject, DiagnosisLevel Level, Words Found, Words? NextStep = null)
{
    /// <summary>Something that is well.</summary>
    public static Diagnosis Ok(string subject, Words found) => new(subject, DiagnosisLevel.Ok, found);

    /// <summary>Something that works, but that somebody should know.</summary>
    public static Diagnosis Attention(string subject, Words found, Words nextStep) => new(subject, DiagnosisLevel.Attention, found, nextStep);

    /// <summary>Something that must be repaired.</summary>
    public static Diagnosis Wrong(string subject, Words found, Words? nextStep = null) => new(subject, DiagnosisLevel.Wrong, found, nextStep);
}

/// <summary>How well a thing is.</summary>
public enum DiagnosisLevel
{
    /// <summary>It is well.</summary>
    Ok,

    /// <summary>It works, but somebody should know.</summary>
    Attention,

    /// <summary>It must be repaired.</summary>
    Wrong,
}
