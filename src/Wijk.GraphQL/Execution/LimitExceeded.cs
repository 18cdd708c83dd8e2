using System.Globalization;
using GraphQL.Validation;

namespace Wijk.GraphQL.Execution;

/// <summary>An operation asks for more than one operation may.</summary>
internal sealed class LimitExceeded : ValidationError
{
    private LimitExceeded(string code, string message) : base(message) => Code = code;

    /// <summary>The limit that an operation exceeds; null when it exceeds none.</summary>
    public static LimitExceeded? Of(double cost, int depth)
    {
        if (cost > GraphQLExecution.MaxCost)
        {
            return new("TOO_COSTLY", string.Create(CultureInfo.InvariantCulture,
                $"The operation costs {cost:0}; at most {GraphQLExecution.MaxCost:0} is allowed. Ask for smaller pages (first, maxNodes) or fewer fields in lists."));
        }

        return depth > GraphQLExecution.MaxDepth
            ? new("TOO_DEEP", $"The operation is {depth} fields deep; at most {GraphQLExecution.MaxDepth} is allowed. Ask in several operations.")
            : null;
    }
}
