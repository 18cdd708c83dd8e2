using Wijk.GraphQL.Pages.About;
using Wijk.GraphQL.Pages.Home;
using Wijk.GraphQL.Pages.Overlap;
using Wijk.GraphQL.Pages.Serving;

namespace Wijk.GraphQL.Pages;

/// <summary>The pages that the server makes.</summary>
internal static class PageEndpoints
{
    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head];

    /// <summary>Serves them.</summary>
    public static void MapPages(this WebApplication app)
    {
        app.MapPage("/", (visit, _) => HomeModel.ShowAsync(visit));
        app.MapPage("/about", (_, _) => Task.FromResult(PageContent.Of<AboutPage, AboutModel>(new())));
        app.MapPage("/overlap", (visit, _) => OverlapModel.ShowAsync(visit));
        // A key may hold a slash, which routing leaves encoded, and nothing else: a percent sign in a key is encoded twice.
        app.MapPage("/overlap/{**cell}", (visit, values) => CellModel.ShowAsync(visit, $"{values["cell"]}".Replace("%2F", "/", StringComparison.OrdinalIgnoreCase)));
    }

    private static void MapPage(this WebApplication app, string path, Func<Visit, RouteValueDictionary, Task<PageContent>> page) => app.MapMethods(
        path, Methods, (HttpContext context, PageServer server) => server.AnswerAsync(context, visit => page(visit, context.Request.RouteValues)));
}
