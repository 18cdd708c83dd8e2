using GraphQL.Types;
using Wijk.Graph.Findings.Defragment;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Defragment;

/// <summary><c>defragment</c>: whom to bring together, about what, and what would change.</summary>
internal sealed class DefragmentBinding : QuestionBinding<DefragmentQuestion, DefragmentAnswer>
{
    private static readonly Parameter<string?> Barrier = new(
        "barrier",
        new("Sleutel of naam van een belemmering om een tafel voor te zetten; zonder: alles wat opvalt.", "Key or name of a barrier to set a table for. Absent: all that stands out."),
        null)
    { Type = types => types.String };

    private static readonly Parameter<int> Seats = Parameters.Between(
        "seats", new("Hoeveel mensen er hoogstens aan een tafel zitten.", "How many sit at a table at most."), DefragmentQuestion.FewestSeats, DefragmentQuestion.MostSeats, new DefragmentQuestion().Seats);

    /// <inheritdoc/>
    public override string Name => "defragment";

    /// <inheritdoc/>
    public override Words Description => new(
        "Wie brengen we bij elkaar, waarover, en wat verandert er dan?", "Whom should we bring together, about what, and what would change?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Barrier, Seats];

    /// <inheritdoc/>
    protected override DefragmentQuestion Read(Given given) => new() { Barrier = given.Of(Barrier), Seats = given.Of(Seats) };

    /// <inheritdoc/>
    protected override ObjectGraphType<DefragmentAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => new DefragmentTypes(types, answers).Answer;
}
