using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>The sentences of one plan: what it is about, whom to invite, and what is not known.</summary>
internal static class PlanWords
{
    private const int NamesShown = 6;

    public static Words ReasonOf(DefragmentPlan plan) => Words.Join([Subject(plan), Lone(plan), Invitation(plan), .. plan.Table.Missing, Links(plan)]);

    /// <summary>Whom to invite, and who can call them together.</summary>
    public static Words NextStepOf(DefragmentPlan plan)
    {
        if (plan.Table.Seats.IsEmpty) return new("Vraag wie hier werken en wie zij kennen; dan is er een tafel te zetten.", "Ask who works here and whom they know; then a table can be set.");
        return Words.Join(Invite(plan), TableWords.ConvenerOf(plan.Table));
    }

    /// <summary>"Nodig uit voor …: …."</summary>
    public static Words Invite(DefragmentPlan plan) =>
        new Words("Nodig uit voor ", "Invite for ") + plan.Title + ": "
            + Phrasing.End(TableWords.NamesOf(plan.View, plan.Table.Seats));

    /// <summary>How many it is about, how they meet, and what is known of coordination between them.</summary>
    public static Words Subject(DefragmentPlan plan) => plan.Origin switch
    {
        PlanOrigin.Cell => OverlapCellWords.OpeningOf(plan.Cells[0]),
        PlanOrigin.Barrier => Phrasing.Begin(plan.Title) + ": "
            + Phrasing.Count(plan.Agencies.Length, new("organisatie werkt eraan of is er voor deze mensen", "organisation works on it or is there for these people"),
                new("organisaties werken eraan of zijn er voor deze mensen", "organisations work on it or are there for these people"))
            + Named(plan, plan.Agencies) + Beside(plan) + ".",
        _ => Phrasing.Count(plan.Agencies.Length, new("organisatie", "organisation"), new("organisaties", "organisations")) + Named(plan, plan.Agencies) + Beside(plan)
            + new Words(" hangen samen; ", " hang together; ")
            + Phrasing.Count(plan.Cells.Length, new("plek waar zij elkaar uit verschillende domeinen raken.", "place where they meet from different domains."),
                new("plekken waar zij elkaar uit verschillende domeinen raken.", "places where they meet from different domains.")),
    };

    private static Words Named(DefragmentPlan plan, IEnumerable<int> nodes)
    {
        string[] names = [.. nodes.Select(node => plan.View.Graph.Node(node).Name)];
        return names.Length == 0 ? new("", "") : " (" + Phrasing.List(names, NamesShown) + ")";
    }

    private static Words Beside(DefragmentPlan plan) => plan.Initiatives.IsEmpty
        ? new("", "")
        : new Words(" en ", " and ") + Phrasing.Count(plan.Initiatives.Length, new("bewonersinitiatief", "residents' initiative"), new("bewonersinitiatieven", "residents' initiatives"))
            + Named(plan, plan.Initiatives);

    /// <summary>Which initiatives stand alone, as far as is known; null when none do, or no tie is known at all.</summary>
    public static Words? Lone(DefragmentPlan plan)
    {
        // Where no tie is known at all, standing alone says nothing.
        Words[] alone = [.. plan.LoneInitiatives.Select(initiative => (Words)plan.View.Graph.Node(initiative).Name).Distinct()];
        return alone.Length == 0 || plan.Links.Before.DistanceWeightedFragmentation is null
            ? null
            : Phrasing.Begin(Phrasing.List(alone, NamesShown)) + Phrasing.ByNumber(alone.Length, new(" staat, voor zover we weten, alleen.", " stands alone, as far as we know."),
                new(" staan, voor zover we weten, alleen.", " stand alone, as far as we know."));
    }

    private static Words? Invitation(DefragmentPlan plan) => plan.Table.Seats.IsEmpty ? null : Invite(plan);

    private static Words? Links(DefragmentPlan plan) => plan.Links.Links is not [var first, ..]
        ? null
        : new Words("Als eerste verbinding: ", "As a first link: ") + LinkWords.TitleOf(first) + ".";
}
