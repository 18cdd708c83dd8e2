using Wijk.GraphQL.Pages.About;
using Wijk.GraphQL.Pages.AskList;
using Wijk.GraphQL.Pages.Clusters;
using Wijk.GraphQL.Pages.Defragment;
using Wijk.GraphQL.Pages.Fragmentation;
using Wijk.GraphQL.Pages.Funding;
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
        app.MapPage("/overlap/chance", (visit, _) => ChanceModel.ShowAsync(visit));
        app.MapPage("/overlap/{**key}", (visit, values) => CellModel.ShowAsync(visit, KeyIn(values)));
        app.MapPage("/overlap/{key}/workshop", (visit, values) => WorkshopModel.ShowCellAsync(visit, KeyIn(values)));
        app.MapPage("/ask", (visit, _) => AskModel.ShowAsync(visit));
        app.MapPage("/ask/sheets", (visit, _) => AskSheetsModel.ShowAsync(visit));
        app.MapPage("/ask/workshop", (visit, _) => WorkshopModel.ShowAsync(visit));
        app.MapPage("/ask/{**key}", (visit, values) => RoundModel.ShowAsync(visit, KeyIn(values)));
        app.MapPage("/ask/{key}/sheets", (visit, values) => AskSheetsModel.ShowAsync(visit, KeyIn(values)));
        app.MapPage("/ask/{key}/workshop", (visit, values) => WorkshopModel.ShowAsync(visit, KeyIn(values)));
        app.MapPage("/clusters", (visit, _) => ClustersModel.ShowAsync(visit));
        app.MapPage("/clusters/{**key}", (visit, values) => ClusterModel.ShowAsync(visit, KeyIn(values)));
        app.MapPage("/defragment", (visit, _) => DefragmentModel.ShowAsync(visit));
        app.MapPage("/defragment/{**key}", (visit, values) => PlanModel.ShowAsync(visit, KeyIn(values)));
        app.MapPage("/defragment/{key}/invitation", (visit, values) => PlanModel.InviteAsync(visit, KeyIn(values)));
        app.MapPage("/fragmentation", (visit, _) => FragmentationModel.ShowAsync(visit));
        app.MapPage("/funding", (visit, _) => FundingModel.ShowAsync(visit));
        app.MapPage("/funding/{**key}", (visit, values) => OneDoorModel.ShowAsync(visit, KeyIn(values)));
        app.MapMethods("/index.html", Methods, (HttpRequest request) => Results.LocalRedirect("~/" + request.QueryString));
    }

    // A key may hold a slash, which routing leaves encoded, and nothing else: a percent sign in a key is encoded twice.
    private static string KeyIn(RouteValueDictionary values) => $"{values["key"]}".Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);

    private static void MapPage(this WebApplication app, string path, Func<Visit, RouteValueDictionary, Task<PageContent>> page) => app.MapMethods(
        path, Methods, (HttpContext context, PageServer server) => server.AnswerAsync(context, visit => page(visit, context.Request.RouteValues)));
}
