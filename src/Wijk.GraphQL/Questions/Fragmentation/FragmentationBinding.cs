using GraphQL.Types;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Fragmentation;

/// <summary><c>fragmentation</c>: how the collaboration network holds together.</summary>
internal sealed class FragmentationBinding : QuestionBinding<FragmentationQuestion, FragmentationAnswer>
{
    private static readonly Parameter<int> Level = Parameters.CollaborationLevel();

    /// <inheritdoc/>
    public override string Name => "fragmentation";

    /// <inheritdoc/>
    public override Words Description => new(
        "Hoe hangt de samenwerking aan elkaar?",
        "How split is the collaboration network, along which lines, and on whom does it hang? Null figures where nothing was asked.");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Level];

    /// <inheritdoc/>
    protected override FragmentationQuestion Read(Given given) => new() { Level = given.Of(Level) };

    /// <inheritdoc/>
    protected override ObjectGraphType<FragmentationAnswer> AnswerType(SharedTypes types, AnswerTypes answers) =>
        FragmentationTypes.Fragmentation(types, answers);
}
