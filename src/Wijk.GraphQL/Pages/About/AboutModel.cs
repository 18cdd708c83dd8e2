namespace Wijk.GraphQL.Pages.About;

/// <summary>What Wijk is; the page knows no more than what is around it.</summary>
public sealed record AboutModel;
