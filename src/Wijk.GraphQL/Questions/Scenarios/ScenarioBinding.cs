using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Scenarios;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Scenarios;

/// <summary><c>scenario</c>: what changes if work stops or is merged, links come or go, somebody leaves, or funding ends.</summary>
internal sealed class ScenarioBinding : QuestionBinding<ScenarioQuestion, ScenarioAnswer>
{
    /// <summary>The changes, each by key or name.</summary>
    public static IReadOnlyList<Parameter> Changes => [Stop, Merge, Link, Unlink, Leave, FundingEnds];

    private static readonly Parameter<ValueList<string>> Stop = Parameters.Keys("stop",
        new("Maatregelen en bewonersinitiatieven die stoppen, met hun delen; sleutels of namen.", "Measures and residents' initiatives that stop, with their parts; keys or names."));

    private static readonly Parameter<ValueList<KeyPair>> Merge = Parameters.Pairs("merge",
        new("Maatregelen of instanties die samengaan, steeds twee: de tweede gaat op in de eerste.", "Measures or agencies that become one, two at a time: the second becomes part of the first."));

    private static readonly Parameter<ValueList<KeyPair>> Link = Parameters.Pairs("link",
        new("Wie met wie gaat afstemmen, steeds twee.", "Who will coordinate with whom, two at a time."));

    private static readonly Parameter<ValueList<KeyPair>> Unlink = Parameters.Pairs("unlink",
        new("Wie geen contact meer heeft met wie, steeds twee.", "Who will have no contact with whom any more, two at a time."));

    private static readonly Parameter<ValueList<string>> Leave = Parameters.Keys("leave",
        new("Wie weggaat: professionals (sleutel of functie), instanties, bewonersinitiatieven.", "Who leaves: professionals (key or role), agencies, residents' initiatives."));

    private static readonly Parameter<ValueList<string>> FundingEnds = Parameters.Keys("fundingEnds",
        new("Welk geld ophoudt op de dag waarnaar we kijken: van een betaler, van een regeling, of voor een maatregel of initiatief.",
            "Which funding ends on the day that is looked at: of a funder, of a scheme, or for a measure or initiative."));

    /// <inheritdoc/>
    public override string Name => "scenario";

    /// <inheritdoc/>
    public override Words Description => new(
        "Wat verandert er als iets stopt of samengaat, iemand weggaat, contact komt of verdwijnt, of geld ophoudt: wie verliest wat, en wat is er opgelost?",
        "What changes if something stops or is merged, somebody leaves, ties come or go, or funding ends: who loses what, and what is solved?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => Changes;

    /// <inheritdoc/>
    protected override ScenarioQuestion Read(Given given) => new()
    {
        Stop = given.Of(Stop),
        Merge = given.Of(Merge),
        Link = given.Of(Link),
        Unlink = given.Of(Unlink),
        Leave = given.Of(Leave),
        FundingEnds = given.Of(FundingEnds),
    };

    /// <inheritdoc/>
    protected override ObjectGraphType<ScenarioAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => new ScenarioTypes(types, answers).Answer;
}
