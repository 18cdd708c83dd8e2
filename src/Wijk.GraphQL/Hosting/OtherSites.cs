namespace Wijk.GraphQL.Hosting;

/// <summary>The other web sites whose pages may ask Wijk: none, unless they are set under <c>Cors:Origins</c>.</summary>
internal static class OtherSites
{
    /// <summary>Their origins, such as <c>https://map.example</c>.</summary>
    /// <exception cref="CannotStartException">One of them is not an origin.</exception>
    public static string[] Of(IConfiguration configuration)
    {
        var origins = configuration.List("Cors:Origins");
        return origins.FirstOrDefault(origin => !IsOrigin(origin)) is { } wrong
            ? throw new CannotStartException(new(
                $"De instelling Cors:Origins noemt '{wrong}'; geef sites zoals https://kaart.voorbeeld.nl, met puntkomma's ertussen en niets erachter.",
                $"The setting Cors:Origins names '{wrong}'; give sites such as https://map.example, with semicolons between them and nothing after them."))
            : origins;
    }

    private static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && uri.GetLeftPart(UriPartial.Authority).Equals(text, StringComparison.OrdinalIgnoreCase);
}
