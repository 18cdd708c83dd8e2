using GraphQL.Types;
using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings;
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

    private static readonly Parameter<ValueList<string>> Include = Parameters.Keys(
        "include", new("Wie aan elke tafel zit: organisaties, initiatieven, professionals; sleutels of namen, bij een professional de functie.",
            "Who sits at every table: organisations, initiatives, professionals; keys or names, of a professional the role."));

    private static readonly Parameter<ValueList<string>> Exclude = Parameters.Keys(
        "exclude", new("Wie aan geen tafel zit, op dezelfde manier.", "Who sits at none, in the same way."));

    private static readonly Parameter<ValueList<TableCriterion>> Order = Parameters.Several(
        "order", new("Wat een tafel beter maakt: wat eerst staat beslist, wat volgt telt alleen onder gelijken. Wat u niet noemt, volgt in de gewone orde.",
            "What makes a table better: what comes first decides, what follows counts only among equals. What is not named follows in the usual order."),
        DefragmentTypes.Criteria);

    /// <inheritdoc/>
    public override string Name => "defragment";

    /// <inheritdoc/>
    public override Words Description => new(
        "Wie brengen we bij elkaar, waarover, en wat verandert er dan?", "Whom should we bring together, about what, and what would change?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Barrier, Seats, Include, Exclude, Order];

    /// <inheritdoc/>
    protected override DefragmentQuestion Read(Given given) => new()
    {
        Barrier = given.Of(Barrier),
        Seats = given.Of(Seats),
        Include = given.Of(Include),
        Exclude = given.Of(Exclude),
        Order = given.Of(Order),
    };

    /// <inheritdoc/>
    protected override ObjectGraphType<DefragmentAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => new DefragmentTypes(types, answers).Answer;
}
