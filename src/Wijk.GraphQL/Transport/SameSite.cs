using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Transport;

/// <summary>Refuses requests that a page of another site makes a browser send, also those that only read: they cost work.</summary>
/// <param name="origins">The other sites that may, as in <c>https://map.example</c>.</param>
internal sealed class SameSite(IReadOnlyCollection<string> origins)
{
    /// <summary>Checks where a request comes from, by <c>Sec-Fetch-Site</c> and <c>Origin</c>. What is no browser sends neither.</summary>
    /// <exception cref="RequestRefused">It comes from another site that may not.</exception>
    public void Check(HttpRequest request)
    {
        var (site, origin) = (request.Headers["Sec-Fetch-Site"].ToString(), request.Headers.Origin.ToString());
        var isOwn = site is "" or "same-origin" or "none" && (origin.Length == 0 || origin.Equals($"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase));
        if (isOwn || origins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return;
        throw new RequestRefused(ErrorCode.CrossSite, ErrorCode.CrossSite.Meaning + new Graph.Model.Words(
            " Wie Wijk beheert, kan die site toelaten met de instelling Cors:Origins.",
            " Whoever runs Wijk can let that site in with the setting Cors:Origins."));
    }
}
