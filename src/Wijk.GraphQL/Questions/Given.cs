using System.CommandLine;
using GraphQL;

namespace Wijk.GraphQL.Questions;

/// <summary>The values that somebody gave to the parameters of a question: in a query, in the terminal, or in the address of a page.</summary>
internal abstract class Given
{
    /// <summary>The value of a parameter.</summary>
    public abstract T Of<T>(Parameter<T> parameter);

    /// <summary>The values in a query.</summary>
    public static Given In(IResolveFieldContext query) => new Query(query);

    /// <summary>The values in the terminal.</summary>
    public static Given In(ParseResult terminal) => new Terminal(terminal);

    /// <summary>The values in the address of a page.</summary>
    public static Given In(IQueryCollection address) => new Address(address);

    private sealed class Address(IQueryCollection given) : Given
    {
        public override T Of<T>(Parameter<T> parameter) => parameter.Of(given);
    }

    private sealed class Query(IResolveFieldContext context) : Given
    {
        public override T Of<T>(Parameter<T> parameter) => parameter.Of(context);
    }

    private sealed class Terminal(ParseResult arguments) : Given
    {
        public override T Of<T>(Parameter<T> parameter) => parameter.Of(arguments);
    }
}
