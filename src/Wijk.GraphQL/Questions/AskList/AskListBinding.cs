using GraphQL.Types;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.AskList;

/// <summary><c>askList</c>: whom to ask about whom, so that most is learned from few questions.</summary>
internal sealed class AskListBinding : QuestionBinding<AskListQuestion, AskListAnswer>
{
    private static readonly Parameter<int> Budget = Parameters.Between(
        "budget",
        new($"Hoeveel organisaties er hoogstens gevraagd worden, 1 tot en met {AskListQuestion.MostSheets}; elk krijgt één lijst van 5 tot 12 anderen.",
            $"How many organisations are asked at most, 1 to {AskListQuestion.MostSheets}; each gets one list of 5 to 12 others."),
        1, AskListQuestion.MostSheets, standard: 5);

    private static readonly Parameter<int> Level = Parameters.CollaborationLevel();

    /// <inheritdoc/>
    public override string Name => "askList";

    /// <inheritdoc/>
    public override string ShortName => "ask-list";

    /// <inheritdoc/>
    public override Words Description => new(
        "Wie vragen we naar wie, zodat we van weinig vragen het meeste leren?",
        "Whom should we ask about whom, so that we learn most from the fewest questions?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Budget, Level];

    /// <inheritdoc/>
    protected override AskListQuestion Read(Given given) => new() { Budget = given.Of(Budget), Level = given.Of(Level) };

    /// <inheritdoc/>
    protected override ObjectGraphType<AskListAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => AskListTypes.AskList(types, answers);
}
