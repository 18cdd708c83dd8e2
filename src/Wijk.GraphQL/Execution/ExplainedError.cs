using GraphQL.Validation;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>An error as a client gets it: a code of the list and a sentence in both languages, the message being one of the two.</summary>
internal class ExplainedError : ValidationError
{
    /// <summary>An error in a language.</summary>
    /// <param name="kind">What sort of error it is.</param>
    /// <param name="why">What is wrong: the value, the rule and the next step.</param>
    /// <param name="language">The language of the message.</param>
    /// <param name="inner">What lies behind it, for the log; null when there is nothing.</param>
    public ExplainedError(ErrorCode kind, Words why, Language language = Language.En, Exception? inner = null) : base(why.In(language), inner)
    {
        (Kind, Why, Code) = (kind, why, kind.Name);
        Extensions = new Dictionary<string, object?> { ["why"] = WordsJson.Of(why) };
    }

    /// <summary>What sort of error it is.</summary>
    public ErrorCode Kind { get; }

    /// <summary>What is wrong, in both languages.</summary>
    public Words Why { get; }

    /// <summary>The same error, at the same place, with its message in a language.</summary>
    public ExplainedError In(Language language)
    {
        var same = new ExplainedError(Kind, Why, language, InnerException) { Path = Path, Extensions = Extensions };
        foreach (var location in Locations ?? []) same.AddLocation(location);
        return same;
    }
}
