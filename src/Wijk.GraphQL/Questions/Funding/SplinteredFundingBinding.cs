using GraphQL.Types;
using Wijk.Graph.Findings.Funding;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;

namespace Wijk.GraphQL.Questions.Funding;

/// <summary><c>splinteredFunding</c>: which projects and services are paid from several pots.</summary>
internal sealed class SplinteredFundingBinding : QuestionBinding<SplinteredFundingQuestion, SplinteredFundingAnswer>
{
    private static readonly SplinteredFundingQuestion Standard = new();

    private static readonly Parameter<string?> Runner = new(
        "runner",
        new("Sleutel of naam van een organisatie of initiatief; zonder: allemaal.", "Key or name of an organisation or initiative. Absent: all."),
        null)
    { Type = types => types.String };

    private static readonly Parameter<string?> Project = new(
        "project",
        new("Sleutel van een maatregel, om alleen het project te zien waar die bij hoort; zonder: allemaal.",
            "Key of a measure, to see only the project that it belongs to. Absent: all."),
        null)
    { Type = types => types.Id };

    private static readonly Parameter<int> SmallPercent = Parameters.Between(
        "smallPercent",
        new("Een potje is klein als het minder geeft dan dit percentage van al het geld van wie het krijgt.",
            "A pot is small when it gives less than this percentage of all the money of who gets it."),
        0, 100, Standard.SmallPercent);

    private static readonly Parameter<int> SmallAmount = Parameters.Between(
        "smallAmount",
        new("Een potje is ook klein als het minder geeft dan dit bedrag.", "A pot is small, too, when it gives less than this amount."),
        0, SplinteredFundingQuestion.MostSmallAmount, Standard.SmallAmount);

    private static readonly Parameter<int> HoursPerApplication = Parameters.Between(
        "hoursPerApplication",
        new("Hoeveel uur een aanvraag kost aan wie aanvraagt: een aanname, geen meting.",
            "How many hours an application takes who applies: an assumption, not a measurement."),
        0, SplinteredFundingQuestion.MostHours, Standard.HoursPerApplication);

    private static readonly Parameter<int> HoursPerAccount = Parameters.Between(
        "hoursPerAccount",
        new("Hoeveel uur een verantwoording kost aan wie die geeft: een aanname, geen meting.",
            "How many hours an account takes who gives it: an assumption, not a measurement."),
        0, SplinteredFundingQuestion.MostHours, Standard.HoursPerAccount);

    /// <inheritdoc/>
    public override string Name => "splinteredFunding";

    /// <inheritdoc/>
    public override string? ShortName => "funding";

    /// <inheritdoc/>
    public override Words Description => new(
        "Welke projecten en diensten worden uit meer potjes betaald, met hoeveel aanvragen en verantwoordingen?",
        "Which projects and services are paid from several pots, with how many forms and accounts?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Runner, Project, SmallPercent, SmallAmount, HoursPerApplication, HoursPerAccount];

    /// <inheritdoc/>
    protected override SplinteredFundingQuestion Read(Given given) => new()
    {
        Runner = given.Of(Runner),
        Project = given.Of(Project),
        SmallPercent = given.Of(SmallPercent),
        SmallAmount = given.Of(SmallAmount),
        HoursPerApplication = given.Of(HoursPerApplication),
        HoursPerAccount = given.Of(HoursPerAccount),
    };

    /// <inheritdoc/>
    protected override ObjectGraphType<SplinteredFundingAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => new SplinteredFundingTypes(types, answers).Answer;
}
