using System.CommandLine;
using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;

namespace Wijk.GraphQL.Questions;

/// <summary>How a question is asked: its field in the schema and its command in the terminal, from one list of parameters.</summary>
internal abstract class QuestionBinding<TQuestion, TAnswer>
    where TQuestion : Question<TAnswer>, new()
    where TAnswer : Answer
{
    /// <summary>The name of the field and of the command.</summary>
    public abstract string Name { get; }

    /// <summary>A shorter name of the command; null when it has none.</summary>
    public virtual string? ShortName => null;

    /// <summary>The question, in one sentence.</summary>
    public abstract Words Description { get; }

    /// <summary>All its parameters: its own, then those of every question.</summary>
    public IReadOnlyList<Parameter> AllParameters => [.. Own, Parameters.Area, Parameters.AsOf, Parameters.Seed];

    /// <summary>The parameters that only this question has.</summary>
    protected abstract IReadOnlyList<Parameter> Own { get; }

    /// <summary>Adds the field to the query type.</summary>
    /// <returns>The type of its answer.</returns>
    public ObjectGraphType<TAnswer> AddTo(ObjectGraphType query, SharedTypes types, AnswerTypes answers)
    {
        var type = TypeOf(types, answers);
        CostDirective.Mark(
            query.Add(Name, type, Description.En, AllParameters.Select(parameter => parameter.ArgumentIn(types)), ResolveAsync),
            new TQuestion().CostPerRecord);
        return type;
    }

    /// <summary>The answer to the question as it was asked in the terminal.</summary>
    /// <exception cref="UnknownAreaException">It names an area that is not there.</exception>
    public TAnswer Ask(ParseResult terminal, GraphView view, DateOnly today, IProgress<Words> progress, CancellationToken cancellationToken) =>
        QuestionOf(Given.In(terminal)).Ask(view, today, progress, cancellationToken);

    /// <summary>The question as it was asked.</summary>
    public TQuestion QuestionOf(Given given) => Read(given) with
    {
        Area = given.Of(Parameters.Area),
        AsOf = given.Of(Parameters.AsOf),
        Seed = given.Of(Parameters.Seed),
    };

    /// <summary>The question with the values of its own parameters; those of every question are laid over it.</summary>
    protected abstract TQuestion Read(Given given);

    /// <summary>The type of its answer, but for the fields that every answer has.</summary>
    protected abstract ObjectGraphType<TAnswer> AnswerType(SharedTypes types, AnswerTypes answers);

    private ObjectGraphType<TAnswer> TypeOf(SharedTypes types, AnswerTypes answers)
    {
        var type = AnswerType(types, answers);
        answers.Implement(type);
        return type;
    }

    private async ValueTask<object?> ResolveAsync(IResolveFieldContext context)
    {
        try
        {
            return await Operation.Of(context).AskAsync(QuestionOf(Given.In(context)), context.CancellationToken);
        }
        catch (UnknownAreaException unknown)
        {
            throw new WrongArgument($"{Parameters.Area.Name}: " + unknown.Why);
        }
    }
}
