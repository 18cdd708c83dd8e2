using System.Collections.Immutable;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Pages.Serving;

/// <summary>Which part of a long list a page shows.</summary>
/// <param name="List">The list: its parameter in the address, and its place on the page.</param>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public abstract record ListPart(string List, int Number, int Count);

/// <summary>A part of a long list.</summary>
/// <param name="List">The list: its parameter in the address, and its place on the page.</param>
/// <param name="Items">What is in this part.</param>
/// <param name="Total">How many there are in all.</param>
/// <param name="Number">Which part, from 1.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record ListPart<T>(string List, ImmutableArray<T> Items, int Total, int Number, int Count) : ListPart(List, Number, Count);

/// <summary>A long list that a page shows in parts; its address says which.</summary>
/// <param name="name">Its parameter in the address, and its place on the page.</param>
internal sealed class PagedList(string name)
{
    private const int Size = 10;

    private readonly Parameter<int> number = Parameters.Between(name, new("Welk deel van de lijst.", "Which part of the list."), 1, int.MaxValue, standard: 1);

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The part that was asked for.</summary>
    /// <exception cref="PageRefused">There is no such part.</exception>
    public ListPart<T> PartOf<T>(ImmutableArray<T> all, Given given)
    {
        var (asked, count) = (given.Of(number), Math.Max(1, (all.Length + Size - 1) / Size));
        if (asked > count)
        {
            throw new PageRefused(StatusCodes.Status404NotFound, new(
                $"Deel {asked} van deze lijst is er niet: het laatste is {count}. Begin bij het eerste.",
                $"There is no part {asked} of this list: the last is {count}. Begin with the first."));
        }

        return new(name, [.. all.Skip((asked - 1) * Size).Take(Size)], all.Length, asked, count);
    }

    /// <summary>The first few, on paper, where nothing can be chosen.</summary>
    public ListPart<T> First<T>(ImmutableArray<T> all, int count) => new(name, [.. all.Take(count)], all.Length, 1, 1);
}
