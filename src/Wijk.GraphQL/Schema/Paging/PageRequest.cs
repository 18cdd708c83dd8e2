using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Schema.Paging;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="Size">How many items at most, 0 to <see cref="MaxSize"/>.</param>
/// <param name="IsBackward">Whether the last items are meant, not the first.</param>
/// <param name="After">Only items after this cursor.</param>
/// <param name="Before">Only items before this cursor.</param>
internal readonly record struct PageRequest(int Size, bool IsBackward, string? After, string? Before)
{
    /// <summary>The size of a page when none is given.</summary>
    public const int DefaultSize = 20;

    /// <summary>The largest page.</summary>
    public const int MaxSize = 100;

    /// <summary>The four arguments of a connection; the interface <c>Connection</c> describes them, once for all.</summary>
    public static QueryArgument[] Arguments(SharedTypes types) =>
    [
        new(types.Int) { Name = "first" }, new(types.String) { Name = "after" }, new(types.Int) { Name = "last" }, new(types.String) { Name = "before" },
    ];

    /// <summary>The page that a field's arguments ask for.</summary>
    /// <exception cref="WrongArgument">The size is out of range, or both first and last are given.</exception>
    public static PageRequest Of(IResolveFieldContext context)
    {
        var (first, last) = (context.GetArgument<int?>("first"), context.GetArgument<int?>("last"));
        if (first is not null && last is not null) throw new WrongArgument(new(
            "first en last zijn allebei gegeven; geef er één.", "first and last are both given; give one of them."));
        var (name, size) = last is null ? ("first", first ?? DefaultSize) : ("last", last.Value);
        if (size is < 0 or > MaxSize)
            throw new WrongArgument(new(
                $"{name}: {size} ligt niet tussen 0 en {MaxSize}; vraag een kleinere bladzijde en ga verder met after of before.",
                $"{name}: {size} is not between 0 and {MaxSize}; ask for a smaller page and go on with after or before."));
        return new(size, last is not null, context.GetArgument<string?>("after"), context.GetArgument<string?>("before"));
    }

    /// <summary>The size a field asks for, for its cost. A size out of range is refused later.</summary>
    public static int SizeOf(FieldImpactContext context) =>
        Math.Clamp(context.GetArgument<int?>("first") ?? context.GetArgument<int?>("last") ?? DefaultSize, 0, MaxSize);
}
