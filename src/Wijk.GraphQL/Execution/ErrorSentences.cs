using GraphQL;
using GraphQL.Execution;
using GraphQL.Validation;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>Turns every error of a run into one of ours, so that a client only meets codes and sentences of Wijk.</summary>
internal static class ErrorSentences
{
    /// <summary>Errors as a client gets them.</summary>
    /// <param name="errors">What went wrong: our own errors, those of the GraphQL library, and exceptions.</param>
    /// <param name="language">The language of the messages.</param>
    public static ExecutionErrors In(IEnumerable<ExecutionError> errors, Language language)
    {
        var said = new ExecutionErrors();
        foreach (var error in errors) said.Add(Of(error).In(language));
        return said;
    }

    /// <summary>The sentence for an unexpected exception.</summary>
    public static Words SeeLog { get; } = ErrorCode.Internal.Meaning + new Words(
        " Wie Wijk beheert, vindt in het logboek wat het was; probeer het later nog eens.",
        " Whoever runs Wijk can find in its log what it was; try again later.");

    private static ExplainedError Of(ExecutionError error)
    {
        if (error is ExplainedError explained) return explained;
        var ours = error switch
        {
            SyntaxError => Make(ErrorCode.SyntaxError, SyntaxWords.Of(error)),
            InvalidVariableError variable => Make(ErrorCode.InvalidVariable, DocumentWords.Of(variable.Message)),
            DocumentError => Make(ErrorCode.InvalidDocument, DocumentWords.Of(error.Message)),
            // The library does not report this as an error of the document, but throws.
            UnhandledError { InnerException.Message: var thrown } when thrown.StartsWith("Schema is not configured for", StringComparison.Ordinal) =>
                Make(ErrorCode.InvalidDocument, DocumentWords.Of(thrown)),
            _ => new(ErrorCode.Internal, SeeLog, inner: error.InnerException),
        };
        ours.Path = error.Path;
        foreach (var location in error.Locations ?? []) ours.AddLocation(location);
        return ours;

        ExplainedError Make(ErrorCode kind, Words? detail) => new(kind, Words.Join(kind.Meaning, detail), inner: error.InnerException);
    }
}
