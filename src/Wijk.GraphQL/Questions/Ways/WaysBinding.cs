using GraphQL.Types;
using Wijk.Graph.Findings.Ways;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Ways;

/// <summary><c>ways</c>: who can introduce an initiative to somebody who pays or decides.</summary>
internal sealed class WaysBinding : QuestionBinding<WaysQuestion, WaysAnswer>
{
    private static readonly Parameter<string?> Initiative = new(
        "initiative",
        new("De sleutel van een bewonersinitiatief; zonder: elk dat alleen staat, of waarvan we geen weg kennen.",
            "Key of a residents' initiative. Absent: each that stands alone, or of which no way is known."),
        null)
    { Type = types => types.Id };

    /// <inheritdoc/>
    public override string Name => "ways";

    /// <inheritdoc/>
    public override Words Description => new(
        "Welke bewonersinitiatieven staan alleen, en wie kan hen voorstellen aan wie betaalt of beslist?",
        "Which residents' initiatives stand alone, and who can introduce them to somebody who pays or decides?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Initiative];

    /// <inheritdoc/>
    protected override WaysQuestion Read(Given given) => new() { Initiative = given.Of(Initiative) };

    /// <inheritdoc/>
    protected override ObjectGraphType<WaysAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => WaysTypes.Ways(types, answers);
}
