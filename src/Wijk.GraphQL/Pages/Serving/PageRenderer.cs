using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>Makes the HTML of a page, for a browser or a file: text only, without a line of script.</summary>
internal static class PageRenderer
{
    private static readonly ServiceProvider Services = new ServiceCollection().BuildServiceProvider();

    /// <summary>The whole document.</summary>
    public static async Task<string> RenderAsync(PageFrame frame, PageContent content)
    {
        await using var renderer = new HtmlRenderer(Services, NullLoggerFactory.Instance);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?> { ["Frame"] = frame, ["Model"] = content.Model });
        return await renderer.Dispatcher.InvokeAsync(async () => (await renderer.RenderComponentAsync(content.Component, parameters)).ToHtmlString());
    }
}
