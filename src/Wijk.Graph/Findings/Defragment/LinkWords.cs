using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>The sentences of a link to make.</summary>
public static class LinkWords
{
    /// <summary>Whom it is between.</summary>
    public static Words TitleOf(PlannedLink link) => TableWords.NameOf(link.View, link.A) + new Words(" en ", " and ") + TableWords.NameOf(link.View, link.B);

    /// <summary>What is known of the two, after their names.</summary>
    public static Words KnownOf(PlannedLink link) => link.WasAsked
        ? new("gevraagd, en zij hebben geen contact", "asked, and they have no contact")
        : new("niemand vroeg of zij elkaar kennen", "nobody asked whether they know each other");

    /// <summary>Who can introduce them.</summary>
    public static Words IntroductionOf(PlannedLink link) => link.Introducers.IsEmpty
        ? new("We kennen niemand die hen aan elkaar kan voorstellen.", "Nobody is known who can introduce them.")
        : Phrasing.Begin(Phrasing.List([.. link.Introducers.Select(node => TableWords.NameOf(link.View, node))], link.Introducers.Length))
            + Phrasing.ByNumber(link.Introducers.Length, new(" kent beiden en kan hen voorstellen.", " knows both and can introduce them."),
                new(" kennen beiden en kunnen hen voorstellen.", " know both and can introduce them."));

    /// <summary>The barriers that both work on; null when there are none.</summary>
    public static Words? CommonOf(PlannedLink link) => link.Barriers.IsEmpty
        ? null
        : new Words("Beide werken aan: ", "Both work on: ") + string.Join(", ", link.Barriers.Select(barrier => link.View.Graph.Node(barrier).Name)) + ".";

    /// <summary>Why no link is told, where none is.</summary>
    public static Words NoneOf(DefragmentPlan plan)
    {
        if (plan.Links.Before.DistanceWeightedFragmentation is null)
        {
            return new("Tussen wie hier werken, is geen contact bekend. Welke verbinding het meest toevoegt, is dus niet te zeggen: vraag aan tafel wie elkaar kent, en leg dat vast.",
                "No contact is known between those who work here. So which link would add most cannot be told: ask at the table who knows whom, and record that.");
        }

        return plan.Agencies.Length + plan.Initiatives.Length > PlannedLinks.MostMembers
            ? new("Zij zijn met te veel om alle verbindingen te vergelijken.", "They are too many to compare all links.")
            : new("Zij kennen elkaar allemaal al: er is geen verbinding om te maken.", "All of them know each other already: there is no link to make.");
    }

    internal static Words ReasonOf(PlannedLink link) => Words.Join(TitleOf(link) + ": " + KnownOf(link) + ".", IntroductionOf(link), CommonOf(link));
}
