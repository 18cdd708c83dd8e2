using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;

namespace Wijk.GraphQL.Schema;

/// <summary>Short ways to write fields, so that none is made without a description of its own or one in an interface of its type.</summary>
internal static class FieldBuilding
{
    /// <summary>The type, never null.</summary>
    public static IGraphType Required(this IGraphType type) => new NonNullGraphType(type);

    /// <summary>A list of the type, neither it nor its items null.</summary>
    public static IGraphType List(this IGraphType type) => new NonNullGraphType(new ListGraphType(new NonNullGraphType(type)));

    /// <summary>A list of the type that may be left out, its items never null.</summary>
    public static IGraphType OptionalList(this IGraphType type) => new ListGraphType(new NonNullGraphType(type));

    /// <summary>Adds a field that reads a value of its source; without a description when an interface of the type has it.</summary>
    public static FieldType Add<TSource>(
        this IObjectGraphType type, string name, IGraphType result, string? description, Func<TSource, object?> value) =>
        type.AddField(new FieldType
        {
            Name = name,
            Description = description,
            ResolvedType = result,
            Resolver = new FuncFieldResolver<TSource, object?>(context => value(context.Source)),
        });

    /// <summary>Adds a field with arguments. Its result may be null, so that arguments that cannot be used empty this field and no other.</summary>
    public static FieldType Add(
        this IObjectGraphType type, string name, IGraphType result, string? description, IEnumerable<QueryArgument> arguments, Func<IResolveFieldContext, object?> resolve) =>
        type.Add(name, result, description, arguments, new FuncFieldResolver<object?>(resolve));

    /// <summary>Adds a field with arguments that may have to wait for its value.</summary>
    public static FieldType Add(
        this IObjectGraphType type, string name, IGraphType result, string? description, IEnumerable<QueryArgument> arguments, Func<IResolveFieldContext, ValueTask<object?>> resolve) =>
        type.Add(name, result, description, arguments, new FuncFieldResolver<object?>(resolve));

    /// <summary>Adds a field of an interface or an input.</summary>
    public static FieldType Declare(this IComplexGraphType type, string name, IGraphType result, string? description) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result });

    private static FieldType Add(
        this IObjectGraphType type, string name, IGraphType result, string? description, IEnumerable<QueryArgument> arguments, IFieldResolver resolver) =>
        type.AddField(new FieldType { Name = name, Description = description, ResolvedType = result, Arguments = new QueryArguments(arguments), Resolver = resolver });
}
