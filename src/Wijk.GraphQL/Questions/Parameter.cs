using System.CommandLine;
using System.Text.Json;
using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions;

/// <summary>One parameter of a question, said once: it is an argument of the query's field and an option in the terminal.</summary>
/// <param name="name">Its name in a query, camelCase; in the terminal <c>--kebab-case</c>.</param>
/// <param name="description">What it means.</param>
internal abstract class Parameter(string name, Words description)
{
    /// <summary>Its name in a query.</summary>
    public string Name => name;

    /// <summary>What it means.</summary>
    protected Words Description => description;

    /// <summary>Its name in the terminal.</summary>
    protected string OptionName => "--" + JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    /// <summary>The argument of a field.</summary>
    public abstract QueryArgument ArgumentIn(SharedTypes types);

    /// <summary>The option of a command; the same object each time.</summary>
    public abstract Option Option { get; }

    /// <summary>The value given in the terminal, as the variable of a query.</summary>
    public abstract object? VariableOf(ParseResult given);
}

/// <summary>A parameter with values of a type.</summary>
/// <param name="name">Its name in a query, camelCase.</param>
/// <param name="description">What it means.</param>
/// <param name="standard">The value when none is given.</param>
internal sealed class Parameter<T>(string name, Words description, T standard) : Parameter(name, description)
{
    private Option<T>? option;

    /// <summary>Its type in the schema.</summary>
    public required Func<SharedTypes, IGraphType> Type { get; init; }

    /// <summary>What is wrong with a value; null when nothing is.</summary>
    public Func<T, Words?> WhyNot { get; init; } = static _ => null;

    /// <summary>Reads what was typed in the terminal, or says what was expected; null for a text, which is taken as it is.</summary>
    public Func<string, (T Value, Words? Problem)>? Read { get; init; }

    /// <summary>The same for the address of a page, where it differs.</summary>
    public Func<string, (T Value, Words? Problem)>? ReadAddress { get; init; }

    /// <summary>Reads all that was typed, in the terminal or in the address of a page, where the value is a list; null for a single value.</summary>
    public Func<IReadOnlyList<string>, (T Value, Words? Problem)>? ReadMany { get; init; }

    /// <summary>Reads the items that a query gives, where the value is a list.</summary>
    public Func<IEnumerable<object?>, T>? ReadItems { get; init; }

    /// <summary>A value as the variable of a query.</summary>
    public Func<T, object?> Write { get; init; } = static value => value;

    /// <inheritdoc/>
    public override Option Option => TypedOption;

    private Option<T> TypedOption => option ??= MakeOption();

    /// <inheritdoc/>
    public override QueryArgument ArgumentIn(SharedTypes types)
    {
        var hasDefault = standard is not null && ReadMany is null;
        var argument = new QueryArgument(hasDefault ? Type(types).Required() : Type(types)) { Name = Name, Description = Description.En };
        if (hasDefault) argument.DefaultValue = standard;
        return argument;
    }

    /// <inheritdoc/>
    public override object? VariableOf(ParseResult given) => Write(Of(given));

    /// <summary>The value given in a query.</summary>
    /// <exception cref="WrongArgument">It breaks the rule.</exception>
    public T Of(IResolveFieldContext given)
    {
        var value = ReadItems is not { } read ? given.GetArgument(Name, standard)!
            : given.Arguments?.TryGetValue(Name, out var items) == true && items.Value is IEnumerable<object?> list ? read(list)
            : standard;
        return WhyNot(value) is { } why ? throw new WrongArgument($"{Name}: " + why) : value;
    }

    /// <summary>The value given in the address of a page; a field that was left empty gives none.</summary>
    /// <exception cref="WrongArgument">It cannot be read, or breaks the rule.</exception>
    public T Of(IQueryCollection given)
    {
        if (ReadMany is { } all)
        {
            var (many, wrong) = all([.. given[Name].OfType<string>().Where(text => text.Length > 0)]);
            return (wrong ?? WhyNot(many)) is { } problem ? throw new WrongArgument($"{Name}: " + problem) : many;
        }

        if (given[Name] is not [.., { Length: > 0 } text]) return standard;
        var (value, misread) = (ReadAddress ?? Read) is { } read ? read(text) : ((T)(object)text, null);
        return (misread ?? WhyNot(value)) is { } why ? throw new WrongArgument($"{Name}: " + why) : value;
    }

    /// <summary>The value given in the terminal, where a value that breaks the rule was refused before.</summary>
    public T Of(ParseResult given) => given.GetValue(TypedOption)!;

    private Option<T> MakeOption()
    {
        var (optionName, both) = (OptionName, $"{Description.Nl} / {Description.En}");
        var made = ReadMany is { } all ? Typed.Options(optionName, both, all, WhyNot) : Read is { } read ? Typed.Option(optionName, both, read, WhyNot) : new Option<T>(optionName) { Description = both };
        made.DefaultValueFactory = _ => standard;
        return made;
    }
}
