using System.Text.Encodings.Web;
using Wijk.Graph.Findings;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Pages;

/// <summary>The start page of a server that holds a part of the graph: the usual page, with a sentence that says so.</summary>
internal static class StartPage
{
    private const string DutchPlace = "<!-- slice nl -->", EnglishPlace = "<!-- slice en -->";

    /// <summary>Serves it in place of the file; a server that holds all of the graph does not need it.</summary>
    /// <param name="app">The server.</param>
    /// <param name="file">The usual page, with a place for the sentence in either language.</param>
    public static void UseStartPage(this WebApplication app, string file)
    {
        var snapshots = app.Services.GetRequiredService<SnapshotHost>();
        app.Use(async (context, next) =>
        {
            var isPage = context.Request.Path.Value is "/" or "/index.html" && HttpMethods.IsGet(context.Request.Method);
            if (!isPage || !snapshots.HasSnapshot || SliceWords.Of(GraphView.Of(snapshots.Current)) is not { } slice)
            {
                await next(context);
                return;
            }

            var page = await File.ReadAllTextAsync(file, context.RequestAborted);
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(
                page.Replace(DutchPlace, Note(slice.Nl), StringComparison.Ordinal).Replace(EnglishPlace, Note(slice.En), StringComparison.Ordinal),
                context.RequestAborted);
        });
    }

    private static string Note(string sentence) => $"<p class=\"note\">{HtmlEncoder.Default.Encode(sentence)}</p>";
}
