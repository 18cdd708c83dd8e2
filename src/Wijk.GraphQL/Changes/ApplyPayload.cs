using Wijk.Graph.Model;

namespace Wijk.GraphQL.Changes;

/// <summary>What <c>applyChanges</c> answers.</summary>
/// <param name="Version">
/// The version in which the changes are visible; when there are errors, the version of the graph as it was found.
/// </param>
/// <param name="WasApplied">Whether this request changed something.</param>
/// <param name="Written">The keys of the records that were written, in order of key.</param>
/// <param name="Removed">The keys of the records that were taken out, in order of key.</param>
/// <param name="Errors">What is wrong; empty when the changes were made, now or before.</param>
internal sealed record ApplyPayload(
    long Version, bool WasApplied, IReadOnlyList<string> Written, IReadOnlyList<string> Removed, IReadOnlyList<ChangeError> Errors)
{
    /// <summary>All keys, in order of key.</summary>
    public IEnumerable<string> Keys => Written.Concat(Removed).Order(StringComparer.Ordinal);

    /// <summary>The answer to changes that are in the graph, since this request or since the same one before.</summary>
    public static ApplyPayload Made(long version, bool wasApplied, IEnumerable<Change> changes)
    {
        var removed = changes.OrderBy(change => change.Key, StringComparer.Ordinal).ToLookup(change => change.Record is null, change => change.Key);
        return new(version, wasApplied, [.. removed[false]], [.. removed[true]], []);
    }

    /// <summary>The answer to changes of which none was made.</summary>
    public static ApplyPayload Refused(long version, IReadOnlyList<ChangeError> errors) => new(version, false, [], [], errors);
}
