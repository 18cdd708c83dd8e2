using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings.Overlap;
using Wijk.GraphQL.Answers;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Overlap;

/// <summary><c>overlap</c>: where the work of several agencies meets.</summary>
internal static class OverlapField
{
    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types, AnswerFields answers)
    {
        var lens = new EnumerationGraphType { Name = "OverlapLens", Description = "What counts as one cell of the overlap." };
        lens.Add("group", OverlapLens.Group, "A target group in an area: who is there for the same people, each from its own domain.");
        lens.Add("activity", OverlapLens.Activity, "A domain or activity in an area: who does the same thing in the same place.");
        QueryArgument[] arguments =
        [
            new(lens.Required()) { Name = "lens", Description = "What counts as one cell.", DefaultValue = OverlapLens.Group },
            .. answers.Arguments(),
        ];
        query.Add("overlap", OverlapTypes.Overlap(types, answers, lens).Required(),
            "Where do several agencies target the same group, or do the same thing, in the same area at the same time? Is that coordinated?",
            arguments, Resolve);
    }

    private static OverlapAnswer Resolve(IResolveFieldContext context) => AnswerFields.Ask(() => OverlapFinding.Ask(
        Operation.SnapshotOf(context),
        new()
        {
            Lens = context.GetArgument<OverlapLens>("lens"),
            Area = context.GetArgument<string?>("area"),
            Seed = context.GetArgument<int>("seed"),
        },
        context.CancellationToken));
}
