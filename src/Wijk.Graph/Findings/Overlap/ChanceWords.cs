using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>What chance has to say of pairs of agencies. More than chance is a tie to look at, and no work that is done twice.</summary>
public static class ChanceWords
{
    /// <summary>What can be said of all pairs together.</summary>
    public static Words Of(AgencyChance chance, OverlapLens lens)
    {
        var (where, pairs) = (Where(lens), Phrasing.Count(chance.FamilySize, new("paar", "pair"), new("paren", "pairs")));
        return chance.Verdict switch
        {
            ChanceVerdict.TooFewPairs => new Words(
                $"Of organisaties elkaar vaker tegenkomen dan bij toeval, kunnen deze gegevens niet zeggen: {Only(chance.FamilySize, pairs.Nl, "geen enkel paar", "maar ")} zou kunnen opvallen.",
                $"Whether organisations meet more often than chance would give, the data cannot tell: {Only(chance.FamilySize, pairs.En, "no pair", "only ")} could stand out."),
            ChanceVerdict.LikeChance => new(
                $"Alles bij elkaar komen organisaties elkaar {where.Nl} niet aantoonbaar vaker tegen dan bij toeval; over losse paren kunnen deze gegevens niets zeggen.",
                $"Taken together, organisations cannot be shown to meet {where.En} more often than chance would give; of single pairs the data cannot tell."),
            _ => Words.Join(
                new($"Alles bij elkaar komen dezelfde organisaties elkaar {where.Nl} vaker tegen dan bij toeval.",
                    $"Taken together, the same organisations meet {where.En} more often than chance would give."),
                Standing(chance, pairs),
                chance.Engine == ChanceEngine.Screened ? Cautious : null),
        };
    }

    /// <summary>What can be said of one pair.</summary>
    internal static Words Of(MeetingPair pair, OverlapLens lens, ChanceVerdict verdict)
    {
        var (where, times) = (Where(lens), Phrasing.Count(pair.SharedCellCount, new("keer", "time"), new("keer", "times")));
        var counted = new Words($"{times.Nl} samen {where.Nl}", $"{times.En} together {where.En}");
        if (verdict != ChanceVerdict.Tested) return counted + new Words("; of dat meer is dan toeval, kunnen deze gegevens niet zeggen.", "; whether that is more than chance, the data cannot tell.");
        if (pair.Chance is not { } chance) return counted + new Words("; te weinig om iets te zeggen over toeval.", "; too few to say anything about chance.");
        if (!chance.IsMore) return counted + new Words("; dat kan toeval zijn.", "; that may be chance.");
        var expected = Phrasing.Decimal(chance.Pair.ExpectedCount, 1);
        var much = chance.IsMuchMore ? new Words("veel vaker", "much more often") : new Words("vaker", "more often");
        var same = Same(lens);
        return Words.Join(
            counted + new Words(
                $": {much.Nl} dan bij toeval twee organisaties met evenveel {same.Nl} in deze gebieden (toeval geeft ongeveer {expected.Nl}).",
                $": {much.En} than chance would give two organisations with as many {same.En} in these areas (chance gives about {expected.En})."),
            chance.Engine == ChanceEngine.Screened ? Cautious : Specialism(chance.Pair.IsSpecialism, same));
    }

    private static string Only(long count, string pairs, string none, string only) => count == 0 ? none : only + pairs;

    private static Words Standing(AgencyChance chance, Words pairs) => chance.MoreCount == 0
        ? new($"Geen van de {pairs.Nl} die konden opvallen springt eruit.", $"Of the {pairs.En} that could stand out none does.")
        : Phrasing.ByNumber(
            chance.MoreCount,
            new($"Van de {pairs.Nl} die konden opvallen springt er 1 uit.", $"Of the {pairs.En} that could stand out 1 does."),
            new($"Van de {pairs.Nl} die konden opvallen springen er {Phrasing.Count(chance.MoreCount).Nl} uit.",
                $"Of the {pairs.En} that could stand out {Phrasing.Count(chance.MoreCount).En} do."));

    private static Words? Specialism(bool? isSpecialism, Words same) => isSpecialism switch
    {
        true => new($"Dat kan komen doordat beide zich op dezelfde {same.Nl} richten.", $"That may be because both specialise in the same {same.En}."),
        false => new($"Ook als we meetellen op welke {same.Nl} elk zich richt.", $"So it is when we allow for the {same.En} that each specialises in."),
        null => new($"Of dat komt doordat beide zich op dezelfde {same.Nl} richten, is niet te zeggen.", $"Whether that is because both specialise in the same {same.En} cannot be told."),
    };

    private static Words Cautious { get; } = new(
        "Dit is bij benadering en voorzichtig gerekend; of zij zich op hetzelfde richten, is niet bekeken.",
        "This is approximate and cautious; whether they specialise in the same was not looked at.");

    private static Words Where(OverlapLens lens) => lens switch
    {
        OverlapLens.Group => new("voor dezelfde groep in hetzelfde gebied", "for the same group in the same area"),
        OverlapLens.Activity => new("bij dezelfde activiteit in hetzelfde gebied", "at the same activity in the same area"),
        _ => new("bij dezelfde activiteit voor dezelfde groep in hetzelfde gebied", "at the same activity for the same group in the same area"),
    };

    private static Words Same(OverlapLens lens) => lens switch
    {
        OverlapLens.Group => new("groepen", "groups"),
        OverlapLens.Activity => new("activiteiten", "activities"),
        _ => new("activiteiten en groepen", "activities and groups"),
    };
}
