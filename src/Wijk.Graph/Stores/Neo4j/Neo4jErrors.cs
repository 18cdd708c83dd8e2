using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Neo4j refused a statement; nothing of it was done.</summary>
/// <param name="code">Neo4j's code, such as <c>Neo.ClientError.Schema.ConstraintValidationFailed</c>.</param>
/// <param name="why">What was refused, where and why.</param>
public sealed class QueryFailedException(string code, Words why) : StoreException(why)
{
    /// <summary>Neo4j's code, such as <c>Neo.ClientError.Schema.ConstraintValidationFailed</c>.</summary>
    public string Code { get; } = code;
}

/// <summary>An answer is larger than it may be.</summary>
public sealed class AnswerTooLargeException(string statement, string place, Words unit, long limit) : StoreException(
    new Words($"Het antwoord van {place} op '{statement}' is groter dan {limit} ", $"The answer of {place} to '{statement}' is larger than {limit} ")
    + unit
    + new Words("; vraag minder in één keer.", "; ask for less at a time."))
{
    /// <summary>How many bytes or rows it may have.</summary>
    public long Limit { get; } = limit;
}
