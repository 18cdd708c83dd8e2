using GraphQL.Types;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary><c>fragmentation</c>: how the collaboration network holds together, or another.</summary>
internal sealed class FragmentationBinding : QuestionBinding<FragmentationQuestion, FragmentationAnswer>
{
    private static readonly Parameter<FragmentationNetwork> Network = Parameters.Choice("network", new(
        "Welk netwerk: dat van samenwerking, of van geld, gedeelde doelgroepen of gedeelde trajecten. Alleen bij samenwerking zijn er een niveau, grenzen en gevraagde paren.",
        "Which network: that of collaboration, or of money, shared target groups or shared trajectories. Only collaboration has a level, bounds and pairs that were asked; of another network the answer is in 'shared'."),
        OtherNetworkTypes.Networks);

    private static readonly Parameter<int> Level = Parameters.CollaborationLevel();

    private static readonly Parameter<bool> Wholes = Parameters.Flag("wholes", new(
        "Of een organisatie die deel is van een andere, zoals een afdeling van de gemeente, telt als die andere.",
        "Whether an agency that is part of another, such as a department of a municipality, counts as that other."));

    /// <inheritdoc/>
    public override string Name => "fragmentation";

    /// <inheritdoc/>
    public override Words Description => new(
        "Hoe hangt de samenwerking aan elkaar?",
        "How split is the collaboration network, along which lines, and on whom does it hang? Null figures where nothing was asked.");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Network, Level, Wholes];

    /// <inheritdoc/>
    protected override FragmentationQuestion Read(Given given) => new() { Network = given.Of(Network), Level = given.Of(Level), Wholes = given.Of(Wholes) };

    /// <inheritdoc/>
    protected override ObjectGraphType<FragmentationAnswer> AnswerType(SharedTypes types, AnswerTypes answers) =>
        FragmentationTypes.Fragmentation(types, answers);
}
