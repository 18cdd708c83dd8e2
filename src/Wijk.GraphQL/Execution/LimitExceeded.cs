using System.Globalization;

namespace Wijk.GraphQL.Execution;

/// <summary>An operation asks for more than one operation may.</summary>
internal static class LimitExceeded
{
    /// <summary>The limit that an operation exceeds; null when it exceeds none.</summary>
    public static ExplainedError? Of(double cost, int depth)
    {
        if (cost > GraphQLExecution.MaxCost)
        {
            var (asked, most) = (cost.ToString("0", CultureInfo.InvariantCulture), GraphQLExecution.MaxCost.ToString("0", CultureInfo.InvariantCulture));
            return new(ErrorCode.TooCostly, new(
                $"De query kost {asked}; er mag hooguit {most}. Vraag kleinere bladzijden (first, maxNodes) of minder velden in lijsten.",
                $"The operation costs {asked}; at most {most} is allowed. Ask for smaller pages (first, maxNodes) or fewer fields in lists."));
        }

        return depth > GraphQLExecution.MaxDepth
            ? new(ErrorCode.TooDeep, new(
                $"De query is {depth} velden diep; er mogen er hooguit {GraphQLExecution.MaxDepth} in elkaar zitten. Verdeel hem over een paar query's.",
                $"The operation is {depth} fields deep; at most {GraphQLExecution.MaxDepth} is allowed. Ask in several operations."))
            : null;
    }
}
