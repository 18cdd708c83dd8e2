using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Changes;

/// <summary>One thing that is wrong with the input.</summary>
/// <param name="Code">What sort of error it is: one of <see cref="ErrorCode.OfChanges"/>.</param>
/// <param name="Message">The value, the rule and what to do.</param>
/// <param name="Path">Where in the input: names of fields, and places in lists from 0.</param>
internal sealed record ChangeError(ErrorCode Code, Words Message, IReadOnlyList<string> Path);
