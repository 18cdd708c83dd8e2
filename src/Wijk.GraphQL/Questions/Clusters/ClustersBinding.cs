using GraphQL.Types;
using Wijk.Graph.Analysis.Clusters;
using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Clusters;

/// <summary><c>clusters</c>: who hangs together.</summary>
internal sealed class ClustersBinding : QuestionBinding<ClustersQuestion, ClustersAnswer>
{
    /// <summary>What makes one division better than another.</summary>
    public static Choices<QualityFunction> QualityFunctions { get; } = new("QualityFunction", "What makes one division into clusters better than another.",
    [
        (QualityFunction.Modularity, "More ties inside than chance gives (Newman and Girvan 2004)."),
        (QualityFunction.Cpm, "Denser inside than the resolution: the constant Potts model (Traag, Van Dooren and Nesterov 2011)."),
    ]);

    private static readonly Parameter<QualityFunction> Quality = Parameters.Choice(
        "quality", new("Wat een indeling goed maakt.", "What is maximised."), QualityFunctions);

    private static readonly Parameter<double?> Resolution = new(
        "resolution",
        new("Hoger geeft meer, kleinere groepen; boven 0. Zonder: het midden van het breedste bereik dat dezelfde groepen geeft.",
            "Higher gives more, smaller clusters; above 0. Absent: the middle of the widest range that gives the same clusters."),
        null)
    {
        Type = types => types.Float,
        Read = Typed.Number,
        WhyNot = value => value is null or > 0 && double.IsFinite(value ?? 0)
            ? null
            : new($"{value} is niet groter dan 0; noem een getal boven 0.", $"{value} is not above 0; give a number above 0."),
    };

    /// <inheritdoc/>
    public override string Name => "clusters";

    /// <inheritdoc/>
    public override Words Description => new(
        "Wie hangt met wie samen?",
        "Which agencies and initiatives hang together, and is that more than a scheme, department or domain that is known already?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Quality, Resolution];

    /// <inheritdoc/>
    protected override ClustersQuestion Read(Given given) => new() { QualityFunction = given.Of(Quality), Resolution = given.Of(Resolution) };

    /// <inheritdoc/>
    protected override ObjectGraphType<ClustersAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => ClustersTypes.Clusters(types, answers);
}
