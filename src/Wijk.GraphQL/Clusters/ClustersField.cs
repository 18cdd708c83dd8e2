using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.Clusters;
using Wijk.GraphQL.Answers;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Clusters;

/// <summary><c>clusters</c>: who hangs together.</summary>
internal static class ClustersField
{
    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types, AnswerFields answers)
    {
        var quality = new EnumerationGraphType { Name = "QualityFunction", Description = "What makes one division into clusters better than another." };
        quality.Add("modularity", QualityFunction.Modularity, "More ties inside than chance gives (Newman and Girvan 2004).");
        quality.Add("cpm", QualityFunction.Cpm, "Denser inside than the resolution: the constant Potts model (Traag, Van Dooren and Nesterov 2011).");
        QueryArgument[] arguments =
        [
            new(quality.Required()) { Name = "quality", Description = "What is maximised.", DefaultValue = QualityFunction.Modularity },
            new(types.Float) { Name = "resolution", Description = "Higher gives more, smaller clusters; above 0. Absent: 1 for modularity, 0.05 for cpm." },
            .. answers.Arguments(),
        ];
        query.Add("clusters", ClustersTypes.Clusters(types, answers, quality).Required(),
            "Which agencies and initiatives hang together, and is that more than a scheme, department or domain that is known already?",
            arguments, Resolve);
    }

    private static ClustersAnswer Resolve(IResolveFieldContext context) => AnswerFields.Ask(() => ClustersFinding.Ask(
        Operation.SnapshotOf(context),
        new()
        {
            QualityFunction = context.GetArgument<QualityFunction>("quality"),
            Resolution = context.GetArgument<double?>("resolution"),
            Area = context.GetArgument<string?>("area"),
            Seed = context.GetArgument<int>("seed"),
        },
        context.CancellationToken));
}
