using Microsoft.Extensions.FileProviders;

namespace Wijk.GraphQL.Pages;

/// <summary>The pages that people read: our own files, with headers that keep everything else out.</summary>
internal static class PageFiles
{
    private const string IdePath = "/graphql/ide";

    // Nothing from elsewhere and no script in a page; its forms come back here. The query editor adds style elements, and its fonts are inside its stylesheet.
    private const string PagePolicy = "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string IdePolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; "
        + "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Serves the pages. The query editor is for development only.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments(IdePath,
                StringComparison.OrdinalIgnoreCase) ? IdePolicy : PagePolicy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
            return next(context);
        });

        ServeFolder(app, "site", "");
        if (app.Environment.IsDevelopment()) ServeFolder(app, "graphiql", IdePath);
    }

    private static void ServeFolder(WebApplication app, string folder, string path) => app.UseFileServer(new FileServerOptions
    {
        FileProvider = new PhysicalFileProvider(Folder(app, folder)),
        RequestPath = path,
    });

    private static string Folder(WebApplication app, string folder) => Path.Combine(app.Environment.ContentRootPath, "wwwroot", folder);
}
