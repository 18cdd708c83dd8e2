using System.Net;
using System.Text.RegularExpressions;

namespace Wijk.GraphQL.Tests.Pages;

/// <summary>Reads pages as a browser gets them.</summary>
internal static partial class PageReading
{
    /// <summary>A page: its status, and its HTML with the character references read.</summary>
    public static async Task<(int Status, string Html)> PageAsync(this HttpClient client, string path, string language = "nl")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>What a reader sees of a piece of HTML.</summary>
    public static string Seen(string html) => WebUtility.HtmlDecode(Blank().Replace(Tag().Replace(html, ""), " ")).Trim();

    /// <summary>The links that lead to one path or below it: where to, and what they say.</summary>
    public static (string Address, string Text)[] Links(string html, string below) =>
        [.. Link().Matches(html).Select(link => (WebUtility.HtmlDecode(link.Groups[1].Value), Seen(link.Groups[2].Value))).Where(link => link.Item1.StartsWith(below, StringComparison.Ordinal))];

    /// <summary>The next part of the first list on a page; null when it was the last.</summary>
    public static string? Next(string html, string below, string list = "page") => Links(html.Replace("rel=\"next\" ", "", StringComparison.Ordinal), below)
        .FirstOrDefault(link => link.Text is "Volgende" or "Next" && link.Address.EndsWith("#" + list, StringComparison.Ordinal)).Address;

    /// <summary>The text of the first heading of the page.</summary>
    public static string Title(string html) => Seen(Heading().Match(html).Groups[1].Value);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    [GeneratedRegex("<a href=\"([^\"]*)\"[^>]*>(.*?)</a>", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex("<h1>(.*?)</h1>", RegexOptions.Singleline)]
    private static partial Regex Heading();
}
