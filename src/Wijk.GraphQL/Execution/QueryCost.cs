using System.Globalization;
using GraphQL.Validation;
using GraphQL.Validation.Complexity;
using GraphQL.Validation.Rules.Custom;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Execution;

/// <summary>How much one operation may ask for: its cost and its depth, counted before it runs. See <see cref="CountedQueries"/> for while it runs.</summary>
internal static class QueryCost
{
    /// <summary>The highest cost of one of Wijk's own queries in the terminal: above that of the longest answer it may be asked for.</summary>
    public const int MaxInTerminal = 1_000_000;

    /// <summary>Counts the cost of an operation, and refuses one that asks too much.</summary>
    /// <param name="limits">The highest cost, and the greatest depth.</param>
    public static IValidationRule Rule(Limits limits) => new ComplexityValidationRule(new ComplexityOptions
    {
        DefaultScalarImpact = 1,
        DefaultObjectImpact = 1,
        DefaultListImpactMultiplier = 1,
        DefaultComplexityImpactDelegate = context =>
            // The schema is small and always the same: asking for it costs no more than one field.
            context.FieldDefinition.Name.StartsWith("__", StringComparison.Ordinal) ? new(1, 0) : new(1, 1),
        ValidateComplexityDelegate = context =>
        {
            ((Operation)context.ValidationContext.UserContext).Cost = Math.Round(context.TotalImpact);
            context.Error = Excess(context.TotalImpact, context.MaxDepth, limits);
            return Task.CompletedTask;
        },
    });

    /// <summary>Says that an operation turned out to cost more than is allowed.</summary>
    public static ExplainedError Stopped(Limits limits) => new(ErrorCode.TooCostly, new Words(
        $"De query is gestopt: hij kostte meer dan {limits.Cost}. ", $"The operation was stopped: it cost more than {limits.Cost}. ") + AskLess);

    /// <summary>Says that the analyses of an operation would cost more than is allowed.</summary>
    public static ExplainedError TooMuchAnalysis(double cost, Limits limits)
    {
        var asked = cost.ToString("0", CultureInfo.InvariantCulture);
        return new(ErrorCode.TooCostly, new(
            $"De analyses kosten {asked}; er mag hooguit {limits.AnalysisCost} (analysisCost). Stel minder vragen tegelijk.",
            $"The analyses cost {asked}; at most {limits.AnalysisCost} (analysisCost) is allowed. Ask fewer questions at once."));
    }

    private static Words AskLess => new(
        "Vraag kleinere bladzijden (first, maxNodes) of minder velden in lijsten.", "Ask for smaller pages (first, maxNodes) or fewer fields in lists.");

    // The limit that an operation exceeds; null when it exceeds none.
    private static ExplainedError? Excess(double cost, int depth, Limits limits)
    {
        if (cost > limits.Cost)
        {
            var asked = cost.ToString("0", CultureInfo.InvariantCulture);
            return new(ErrorCode.TooCostly, new Words(
                $"De query kost {asked}; er mag hooguit {limits.Cost}. ", $"The operation costs {asked}; at most {limits.Cost} is allowed. ") + AskLess);
        }

        return depth > limits.Depth
            ? new(ErrorCode.TooDeep, new(
                $"De query is {depth} velden diep; er mogen er hooguit {limits.Depth} in elkaar zitten. Verdeel hem over een paar query's.",
                $"The operation is {depth} fields deep; at most {limits.Depth} is allowed. Ask in several operations."))
            : null;
    }
}
