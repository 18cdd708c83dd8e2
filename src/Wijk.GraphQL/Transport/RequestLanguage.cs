using Wijk.Graph.Model;

namespace Wijk.GraphQL.Transport;

/// <summary>The language in which a client wants to read messages.</summary>
internal static class RequestLanguage
{
    /// <summary>
    /// The language of ours that the Accept-Language header likes best; Dutch when it names none of ours, as in the terminal.
    /// </summary>
    public static Language Of(HttpRequest request) => request.GetTypedHeaders().AcceptLanguage
        .Where(accepted => accepted.Quality is not 0)
        .OrderByDescending(accepted => accepted.Quality ?? 1)
        .Select(accepted => Find(accepted.Value.ToString()))
        .FirstOrDefault(language => language is not null) ?? Language.Nl;

    // Of a tag such as nl-BE only its first part says the language.
    private static Language? Find(string tag) =>
        Enum.GetValues<Language>().Cast<Language?>().FirstOrDefault(language => tag.Split('-')[0].Equals($"{language}", StringComparison.OrdinalIgnoreCase));
}
