using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.GraphQL.Answers;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Fragmentation;

/// <summary><c>fragmentation</c>: how the collaboration network holds together.</summary>
internal static class FragmentationField
{
    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types, AnswerFields answers)
    {
        QueryArgument[] arguments =
        [
            new(types.Int.Required())
            {
                Name = "level",
                Description = $"Ties from this level up count as collaboration, 1 to {Vocabulary.HighestCollaborationLevel}.",
                DefaultValue = 1,
            },
            .. answers.Arguments(),
        ];
        query.Add("fragmentation", FragmentationTypes.Fragmentation(types, answers).Required(),
            "How split is the collaboration network, along which lines, and on whom does it hang? Null figures where nothing was asked.",
            arguments, Resolve);
    }

    private static FragmentationAnswer Resolve(IResolveFieldContext context) => AnswerFields.Ask(() => FragmentationFinding.Ask(
        Operation.SnapshotOf(context),
        new()
        {
            Level = context.GetArgument<int>("level"),
            Area = context.GetArgument<string?>("area"),
            Seed = context.GetArgument<int>("seed"),
        },
        context.CancellationToken));
}
