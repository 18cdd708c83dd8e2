using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Duplicates;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Duplicates;

/// <summary><c>duplicates</c>: which nodes may be one.</summary>
internal sealed class DuplicatesBinding : QuestionBinding<DuplicatesQuestion, DuplicatesAnswer>
{
    private static readonly Parameter<ValueList<NodeKind>> Kinds = Parameters.Several(
        "kinds",
        new("Welke soorten we vergelijken; zonder: alle. Mensen vergelijken we nooit.", "Which kinds to compare; absent: all of them. People are never compared."),
        DuplicatesTypes.Kinds);

    /// <inheritdoc/>
    public override string Name => "duplicates";

    /// <inheritdoc/>
    public override Words Description => new(
        "Wat staat er misschien twee keer in, onder twee namen of uit twee bronnen, en waaraan zien we dat?",
        "What may stand here twice, under two names or from two sources, and what shows it?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Kinds];

    /// <inheritdoc/>
    protected override DuplicatesQuestion Read(Given given) => new() { Kinds = given.Of(Kinds) };

    /// <inheritdoc/>
    protected override ObjectGraphType<DuplicatesAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => DuplicatesTypes.Duplicates(types, answers);
}
