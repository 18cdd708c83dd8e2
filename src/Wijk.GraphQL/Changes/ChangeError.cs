namespace Wijk.GraphQL.Changes;

/// <summary>Why changes were not made. The codes are stable: programs may rely on them.</summary>
internal enum ChangeErrorCode
{
    /// <summary>A change breaks a rule of the vocabulary.</summary>
    Validation,

    /// <summary>A change speaks of a record that is not there.</summary>
    NotFound,

    /// <summary>The graph is not at the expected version.</summary>
    Conflict,

    /// <summary>There are more changes than fit in one request.</summary>
    TooManyChanges,

    /// <summary>The idempotency key was used before, for other changes.</summary>
    KeyReused,
}

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="Code">What sort of error it is.</param>
/// <param name="Message">The value, the rule and what to do.</param>
/// <param name="Path">Where in the input: names of fields, and places in lists from 0.</param>
internal sealed record ChangeError(ChangeErrorCode Code, string Message, IReadOnlyList<string> Path);

/// <summary>What <c>applyChanges</c> answers.</summary>
/// <param name="Version">The version in which the changes are visible; when there are errors, the version of the graph as it was
/// found.</param>
/// <param name="WasApplied">Whether this request changed something.</param>
/// <param name="Keys">The keys of what was written or taken out, in order of key.</param>
/// <param name="Errors">What is wrong; empty when the changes were made, now or before.</param>
internal sealed record ApplyPayload(long Version, bool WasApplied, IReadOnlyList<string> Keys, IReadOnlyList<ChangeError> Errors);
