using GraphQL.Types;
using Wijk.Graph.Findings.Register;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Register;

/// <summary><c>register</c>: what became of what was given out.</summary>
internal sealed class RegisterBinding : QuestionBinding<RegisterQuestion, RegisterAnswer>
{
    /// <inheritdoc/>
    public override string Name => "register";

    /// <inheritdoc/>
    public override Words Description => new(
        "Wat kwam er van het advies dat is meegegeven: bestaan die verbindingen nu, en vaker dan wat is achtergehouden?",
        "What became of the advice that was given out: do those links exist now, and more often than those held back?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [];

    /// <inheritdoc/>
    protected override RegisterQuestion Read(Given given) => new();

    /// <inheritdoc/>
    protected override ObjectGraphType<RegisterAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => RegisterTypes.Register(types);
}
