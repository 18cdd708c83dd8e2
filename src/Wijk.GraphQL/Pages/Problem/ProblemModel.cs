using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Pages.Problem;

/// <summary>Why a page cannot be shown.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Why">Why, and what to do.</param>
public sealed record ProblemModel(int Status, Words Why)
{
    /// <summary>The keys of areas that may have been meant.</summary>
    public ImmutableArray<string> Areas { get; init; } = [];

    /// <summary>Whether it took too long: of one area there is less to compute.</summary>
    public bool WasTooMuch { get; init; }

    /// <summary>What it comes to.</summary>
    public Words Title => Status switch
    {
        StatusCodes.Status404NotFound => new("Dit is er niet", "This is not there"),
        StatusCodes.Status503ServiceUnavailable when WasTooMuch => new("Dit duurde te lang", "This took too long"),
        StatusCodes.Status503ServiceUnavailable => new("Even geduld", "One moment, please"),
        StatusCodes.Status500InternalServerError => new("Er ging iets mis", "Something went wrong"),
        StatusCodes.Status403Forbidden => new("Dit mag niet", "This is not allowed"),
        _ => new("Dit kan Wijk niet lezen", "Wijk cannot read this"),
    };
}
