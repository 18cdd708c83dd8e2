using Wijk.Graph.Analysis.Silos;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Fragmentation;

/// <summary>The sentences on silos: two numbers to compare, what chance has to do with it, and which group keeps most to itself.</summary>
internal static class SiloWords
{
    private const double Significance = 0.05;

    // A quarter of the scale of the index, -1 to 1.
    private const double WidestTold = 0.5;

    private const int GroupsShown = 3;

    public static Words ReasonOf(GroupedSilos silos) => Words.Join(Siloed(silos), Groups(silos), Bounds(silos));

    /// <summary>How well given groups divide the network, beside the best division and chance.</summary>
    public static Words ReasonOf(GroupedBy by, DivisionResult division)
    {
        var (given, best, dealt, drawn) = (Two(division.Given), Two(division.Best), Two(division.ByDealing.Mean), Two(division.ByRandomTies.Mean));
        var name = ManyOf(by);
        var fits = division.ByDealing.PValue < Significance
            ? new Words("beter dan bij toeval", "better than chance would give")
            : new("niet duidelijk beter dan bij toeval", "not clearly better than chance would give");
        var exists = division.ByRandomTies.PValue < Significance
            ? new Words("duidelijker gescheiden groepen dan bij toeval", "groups more clearly apart than chance would give")
            : new("geen duidelijker gescheiden groepen dan bij toeval", "no groups more clearly apart than chance would give");
        return new(
            $"Een indeling naar {name.Nl} past op de contacten met {given.Nl} (modulariteit), {fits.Nl}: die geeft {dealt.Nl}. De beste indeling die we vonden haalt {best.Nl}. "
                + $"In netwerken waarin iedereen evenveel contacten heeft maar met willekeurige anderen haalt de beste indeling {drawn.Nl}: er zijn {exists.Nl}.",
            $"A division by {name.En} fits the ties with {given.En} (modularity), {fits.En}: that is {dealt.En}. The best division that we found reaches {best.En}. "
                + $"In networks in which all have as many ties but with others at random the best division reaches {drawn.En}: there are {exists.En}.");
    }

    /// <summary>What groups are called, one.</summary>
    public static Words OneOf(GroupedBy by) => by switch
    {
        GroupedBy.Domain => new("domein", "domain"),
        GroupedBy.Sphere => new("beleidssfeer", "sphere of policy"),
        _ => new("soort organisatie", "kind of organisation"),
    };

    /// <summary>What groups are called, several.</summary>
    public static Words ManyOf(GroupedBy by) => by switch
    {
        GroupedBy.Domain => new("domeinen", "domains"),
        GroupedBy.Sphere => new("beleidssferen", "spheres of policy"),
        _ => new("soorten organisaties", "kinds of organisation"),
    };

    private static Words Siloed(GroupedSilos silos)
    {
        var verdict = (silos.Test.PValue < Significance, silos.Test.Index < silos.Test.Expected) switch
        {
            (false, _) => new Words("dat kan toeval zijn", "that may be chance"),
            (true, true) => new("dat wijst op verkokering: meer dan toeval geeft", "that points to silos: more than chance gives"),
            (true, false) => new("dat is minder dan toeval geeft", "that is less than chance gives"),
        };
        var (one, many, value) = (OneOf(silos.By), ManyOf(silos.By), Two(silos.Test.Index));
        var article = silos.By == GroupedBy.Domain ? "het domein" : $"de {one.Nl}";
        if (silos.By == GroupedBy.Perspective) article = "dezelfde soort organisatie";
        var (all, inside, chance) = (Phrasing.Count(silos.ExternalCount + silos.InternalCount), Phrasing.Count(silos.InternalCount), Phrasing.Decimal(silos.ExpectedInternalCount, 0));
        return new Words($"Van {all.Nl} contacten waarvan we van beide kanten {(silos.By == GroupedBy.Domain ? "het" : "de")} {one.Nl} kennen, ", $"Of {all.En} ties of which we know the {one.En} of both ends ")
            + Phrasing.ByNumber(silos.InternalCount, new($"blijft er {inside.Nl}", $"{inside.En} stays"), new($"blijven er {inside.Nl}", $"{inside.En} stay"))
            + new Words($" binnen {article} (E-I {value.Nl}). Als contacten niet op {many.Nl} letten, zouden dat er ongeveer {chance.Nl} zijn; {verdict.Nl}.",
                $" inside it (E-I {value.En}). If ties took no notice of {many.En} it would be about {chance.En}; {verdict.En}.");
    }

    private static Words? Groups(GroupedSilos silos)
    {
        // Where all together may be chance, that one of them stands out may be too.
        if (silos.Groups.Length < 2 || silos.Test.PValue >= Significance) return null;
        Words[] inward = [.. silos.Groups.Where(IsInward).Select(silo =>
            silo.Group.Name + " (" + Phrasing.Of(silo.InternalCount, silo.ExternalCount + silo.InternalCount) + ")")];
        return inward.Length > 0
            ? new Words("Meer dan toeval geeft blijft binnen: ", "More than chance gives stays inside: ") + Phrasing.End(Phrasing.List(inward, GroupsShown))
            : new Words($"Van geen enkele van de {Phrasing.Count(silos.Groups.Length).Nl} {ManyOf(silos.By).Nl} apart kunnen we zeggen dat die meer dan bij toeval op zichzelf blijft.",
                $"Of none of the {Phrasing.Count(silos.Groups.Length).En} {ManyOf(silos.By).En} by itself can we say that it keeps to itself more than chance would give.");
    }

    private static bool IsInward(GroupSilo silo) => silo.Test.QValue < Significance && silo.Test.Index < silo.Test.Expected;

    private static Words? Bounds(GroupedSilos silos)
    {
        if (silos.Bounds is not { } bounds || bounds.Width >= WidestTold || bounds.Width == 0) return null;
        var (low, high) = (Two(bounds.Low), Two(bounds.High));
        return new($"Voor iedereen die hier actief is ligt de E-I tussen {low.Nl} en {high.Nl}, hoe de paren die we niet kennen ook uitvallen.",
            $"For all who are active here the E-I lies between {low.En} and {high.En}, however the pairs we do not know turn out.");
    }

    private static Words Two(double value) => Phrasing.Decimal(value, 2);
}
