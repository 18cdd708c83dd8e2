using System.CommandLine;
using Wijk.Graph.Findings;
using Wijk.Graph.Views;

namespace Wijk.GraphQL.Commands;

/// <summary>Other forms in which a command of <c>analyse</c> gives its answer, beside its report and JSON.</summary>
internal abstract class AnswerForms<TAnswer>
    where TAnswer : Answer
{
    /// <summary>The options that choose one.</summary>
    public abstract IReadOnlyList<Option> Options { get; }

    /// <summary>Whether one was chosen.</summary>
    public bool IsAsked(ParseResult arguments) => Options.Any(option => arguments.GetResult(option) is { Implicit: false });

    /// <summary>Writes the form that was chosen.</summary>
    /// <param name="arguments">What was typed.</param>
    /// <param name="view">What the asker sees.</param>
    /// <param name="today">Today.</param>
    /// <param name="first">How many rows of each table.</param>
    /// <param name="ask">Asks the question as it was typed.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task WriteAsync(ParseResult arguments, GraphView view, DateOnly today, int first, Func<TAnswer> ask, CancellationToken cancellationToken);
}
