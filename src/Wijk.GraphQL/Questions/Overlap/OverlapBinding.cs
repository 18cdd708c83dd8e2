using GraphQL.Types;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Nodes;

namespace Wijk.GraphQL.Questions.Overlap;

/// <summary><c>overlap</c>: where the work of several agencies meets.</summary>
internal sealed class OverlapBinding : QuestionBinding<OverlapQuestion, OverlapAnswer>
{
    /// <summary>What counts as one cell.</summary>
    public static Choices<OverlapLens> Lenses { get; } = new("OverlapLens", "What counts as one cell of the overlap.",
    [
        (OverlapLens.Group, "A target group in an area: who is there for the same people, each from its own domain."),
        (OverlapLens.Activity, "A domain or activity in an area: who does the same thing in the same place."),
        (OverlapLens.Both, "A target group and a domain or activity in an area: who does the same thing for the same people in the same place."),
    ]);

    private static readonly Parameter<OverlapLens> Lens = Parameters.Choice(
        "lens",
        new("Dezelfde doelgroep (group), hetzelfde werk (activity) of allebei (both).", "What counts as one cell: the same target group, the same activity, or both."),
        Lenses);

    private static readonly Parameter<int> Level = Parameters.Between(
        "level",
        new("Op welk niveau van de domeinen we vergelijken: 0 het hoogste, 1 wat daar direct onder valt; wat minder diep ligt, telt als zichzelf.",
            "The level of the domain tree on which measures for one group are compared: 0 the top, 1 what is directly part of it; a domain that lies less deep counts as itself."),
        0, OverlapQuestion.DeepestLevel, standard: 0);

    private static readonly Parameter<string?> AreaLevel = new(
        "areaLevel",
        new("Gebieden van dit niveau, met alles wat voor hun delen is; zonder: de gebieden die bij het werk genoemd zijn.",
            "Areas of this level, with all that is meant for their parts; absent: the areas that work names."),
        null)
    {
        Type = types => types.Nodes.Attributes.ChoiceOf(Names.TypeOf(NodeKind.Area), Vocabulary.Of(NodeKind.Area).Attribute("level")!),
        Read = text => Vocabulary.AreaLevels.Contains(text.ToLowerInvariant())
            ? (text.ToLowerInvariant(), null)
            : (null, RecordRules.NotOneOf(text, Vocabulary.AreaLevels)),
        Write = level => level is null ? null : EnumNames.Of(level),
    };

    private static readonly Parameter<int?> GroupLevel = new(
        "groupLevel",
        new("Doelgroepen op dit niveau, met alles wat voor hun delen is: 0 het hoogste; zonder: de doelgroepen die bij het werk genoemd zijn.",
            "Target groups on this level, with all that is meant for their parts: 0 the top; absent: the groups that work names."),
        null)
    {
        Type = types => types.Int,
        Read = text => Typed.WholeNumber(text) is var (level, problem) ? (level, problem) : default,
        WhyNot = level => level is { } given ? Typed.Between(0, OverlapQuestion.DeepestLevel)(given) : null,
    };

    private static readonly Parameter<bool> Muted = Parameters.Flag(
        "muted",
        new("Ook combinaties van een doelgroep of domein dat iemand heeft gedempt.", "Combinations of a target group or domain that somebody muted, too."));

    /// <inheritdoc/>
    public override string Name => "overlap";

    /// <inheritdoc/>
    public override Words Description => new(
        "Waar komt het werk van organisaties elkaar tegen?",
        "Where do several agencies target the same group, or do the same thing, in the same area at the same time? Is that coordinated?");

    /// <inheritdoc/>
    protected override IReadOnlyList<Parameter> Own => [Lens, Level, AreaLevel, GroupLevel, Muted];

    /// <inheritdoc/>
    protected override OverlapQuestion Read(Given given) => new()
    {
        Lens = given.Of(Lens),
        Level = given.Of(Level),
        AreaLevel = given.Of(AreaLevel),
        GroupLevel = given.Of(GroupLevel),
        Muted = given.Of(Muted),
    };

    /// <inheritdoc/>
    protected override ObjectGraphType<OverlapAnswer> AnswerType(SharedTypes types, AnswerTypes answers) => OverlapTypes.Overlap(types, answers);
}
