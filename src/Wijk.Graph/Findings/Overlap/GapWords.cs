using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>The sentences of a gap: what is not known to be there is not said to be missing.</summary>
internal static class GapWords
{
    public static Words NextStepOf(OverlapGap gap) => gap.Work is null
        ? new("Vraag wie hier werkt of er toch iets voor hen is, en vraag bewoners of zij het kennen.",
            "Ask those who work here whether there is something for them after all, and ask residents whether they know it.")
        : new("Vraag bewoners of dit hen bereikt, en wie het doet of het genoeg is.", "Ask residents whether this reaches them, and those who do it whether it is enough.");

    public static Words ReasonOf(OverlapGap gap)
    {
        var graph = gap.View.Graph;
        var (group, area) = (graph.Node(gap.Group).Name, graph.Node(gap.Area).Name);
        var found = gap.Work is { } work
            ? new Words($"Voor {group} kennen we in {area} één aanbod: {graph.Node(work).Name}.", $"For {group} we know of one offer in {area}: {graph.Node(work).Name}.")
            : new($"Voor {group} kennen we in {area} geen aanbod.", $"For {group} we know of no offer in {area}.");
        var (served, others) = (Phrasing.Count(gap.ServedAreaCount), Phrasing.Count(gap.OtherAreaCount));
        var (tagged, all) = (Phrasing.Count(gap.TaggedCount), Phrasing.Count(gap.TargetingCount));
        return Words.Join(
            found,
            new($"In {served.Nl} van de {others.Nl} andere gebieden is er aanbod.", $"In {served.En} of {others.En} other areas there is an offer."),
            new($"Bij {tagged.Nl} van de {all.Nl} inzetten in {area} staat een doelgroep.", $"{tagged.En} of {all.En} targetings in {area} name a target group."));
    }

    /// <summary>That nothing can be said of gaps in some areas; null when that is not so.</summary>
    public static Words? Untagged(int areaCount) => areaCount == 0 ? null : Phrasing.ByNumber(
        areaCount,
        new("Van 1 gebied kunnen we niet zeggen wat er ontbreekt: de bron zegt te weinig over voor wie het werk daar is.",
            "Of 1 area we cannot say what is missing: the source says too little about for whom the work there is."),
        new($"Van {Phrasing.Count(areaCount).Nl} gebieden kunnen we niet zeggen wat er ontbreekt: de bron zegt te weinig over voor wie het werk daar is.",
            $"Of {Phrasing.Count(areaCount).En} areas we cannot say what is missing: the source says too little about for whom the work there is."));
}
