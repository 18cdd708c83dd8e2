namespace Wijk.GraphQL.Pages.Serving;

/// <summary>What a page shows: a component and what it is about.</summary>
/// <param name="Component">The component.</param>
/// <param name="Model">What it is about.</param>
/// <param name="Status">The HTTP status.</param>
internal sealed record PageContent(Type Component, object Model, int Status = StatusCodes.Status200OK)
{
    /// <summary>The contents of a page.</summary>
    public static PageContent Of<TPage, TModel>(TModel model, int status = StatusCodes.Status200OK)
        where TPage : PageOf<TModel>
        where TModel : class => new(typeof(TPage), model, status);
}
