using System.Globalization;
using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;

namespace Wijk.GraphQL.Execution;

/// <summary>How much one operation may ask for: its cost and its depth, counted before it runs.</summary>
internal static class QueryCost
{
    /// <summary>The highest cost of an operation. A field costs 1 for each item it may be asked of.</summary>
    public const double Max = 100_000;

    /// <summary>The highest cost of one of Wijk's own queries in the terminal: above that of the longest answer it may be asked for.</summary>
    public const double MaxInTerminal = 1_000_000;

    /// <summary>How deep the fields of an operation may be nested. The introspection query of tools is 13 deep.</summary>
    public const int MaxDepth = 16;

    /// <summary>Counts the cost of an operation, and refuses one that asks too much.</summary>
    /// <param name="max">The highest cost.</param>
    public static IValidationRule Rule(double max) => new ComplexityValidationRule(new ComplexityOptions
    {
        DefaultScalarImpact = 1,
        DefaultObjectImpact = 1,
        DefaultListImpactMultiplier = 1,
        DefaultComplexityImpactDelegate = context =>
            // The schema is small and always the same: asking for it costs no more than one field.
            context.FieldDefinition.Name.StartsWith("__", StringComparison.Ordinal) ? new(1, 0) : new(1, 1),
        ValidateComplexityDelegate = context =>
        {
            ((Operation)context.ValidationContext.UserContext).Cost = context.TotalImpact;
            context.Error = Excess(context.TotalImpact, max, context.MaxDepth);
            return Task.CompletedTask;
        },
    });

    // The limit that an operation exceeds; null when it exceeds none.
    private static ExplainedError? Excess(double cost, double max, int depth)
    {
        if (cost > max)
        {
            var (asked, most) = (cost.ToString("0", CultureInfo.InvariantCulture), max.ToString("0", CultureInfo.InvariantCulture));
            return new(ErrorCode.TooCostly, new(
                $"De query kost {asked}; er mag hooguit {most}. Vraag kleinere bladzijden (first, maxNodes) of minder velden in lijsten.",
                $"The operation costs {asked}; at most {most} is allowed. Ask for smaller pages (first, maxNodes) or fewer fields in lists."));
        }

        return depth > MaxDepth
            ? new(ErrorCode.TooDeep, new(
                $"De query is {depth} velden diep; er mogen er hooguit {MaxDepth} in elkaar zitten. Verdeel hem over een paar query's.",
                $"The operation is {depth} fields deep; at most {MaxDepth} is allowed. Ask in several operations."))
            : null;
    }
}
