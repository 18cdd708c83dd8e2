using GraphQL.Types;
using Wijk.Graph.Findings.Rounds;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Rounds;

/// <summary><c>round</c>: how far a round of questions got.</summary>
internal sealed class RoundBinding : QuestionBinding<RoundQuestion, RoundAnswer>
{
    /// <summary>Which round.</summary>
    public static Parameter<string?> Round { get; } = new(
        "round", new("Sleutel of naam van de vragenronde; zonder: de laatste.", "Key or name of the round of questions. Absent: the latest."), null)
    { Type = types => types.String };

    /// <inheritdoc/>
    public override string Name => "round";

    /// <inheritdoc/>
    public override Words Description => new(
        "Hoever kwam een vragenronde: wie antwoordde, en wat veranderen de antwoorden?",
        "How far did a round of questions get: who answered, and what do the answers change?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Round];

    /// <inheritdoc/>
    protected override RoundQuestion Read(Given given) => new() { Round = given.Of(Round) };

    /// <inheritdoc/>
    protected override ObjectGraphType<RoundAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => RoundTypes.Round(types, answers);
}
