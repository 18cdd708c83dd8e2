using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>A page that is not there, or cannot be shown now.</summary>
/// <param name="status">The HTTP status.</param>
/// <param name="why">Why, and what to do.</param>
internal sealed class PageRefused(int status, Words why) : ExplainedException(why)
{
    /// <summary>The HTTP status.</summary>
    public int Status { get; } = status;
}
