using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>The sentences of an invitation, for those who are invited to read: why we ask them, what we know and what we do not. It names no person.</summary>
public static class InvitationWords
{
    // It has to fit on one page.
    private const int NamesShown = 6, BarriersShown = 3;

    /// <summary>Its title; a cluster has too long a name for one.</summary>
    public static Words TitleOf(DefragmentPlan plan) => plan.Origin == PlanOrigin.Cluster ? new("Uitnodiging", "Invitation") : new Words("Uitnodiging: ", "Invitation: ") + plan.Title;

    /// <summary>What it invites to.</summary>
    public static Words OpeningOf(DefragmentPlan plan) => plan.Origin switch
    {
        PlanOrigin.Cell => new Words("Wij nodigen u uit voor een gesprek over het werk voor ", "We invite you to talk about the work for ") + plan.Title + ".",
        PlanOrigin.Barrier => new Words("Wij nodigen u uit voor een gesprek over: ", "We invite you to talk about: ") + Phrasing.End(plan.Title),
        _ => new Words("Wij nodigen u uit voor een gesprek over het werk van ", "We invite you to talk about the work of ") + Phrasing.End(plan.Title),
    };

    /// <summary>Why they are asked.</summary>
    public static Words WhyOf(DefragmentPlan plan) => Words.Join(
        Who(plan),
        plan.Cells.IsEmpty
            ? null
            : new("Zij zijn er vanuit verschillende domeinen voor dezelfde mensen. Dat kan precies goed zijn, als zij het van elkaar weten.",
                "They are there for the same people, from different domains. That may be exactly right, as long as they know of each other."),
        new("Aan tafel ziet u wat bij elkaar past, wat er nog ontbreekt, en wie wat kan doen.", "At the table you see what fits together, what is still missing, and who can do what."));

    /// <summary>What is known.</summary>
    public static IEnumerable<Words> KnownOf(DefragmentPlan plan)
    {
        var (graph, known) = (plan.View.Graph, plan.Links.Before.Coordination);
        Words?[] sentences =
        [
            Works(plan),
            known.Known == 0 ? null : new Words("Wie stemt af met wie? ", "Who coordinates with whom? ") + CollaborationWords.Known(known),
            plan.Initiatives.IsEmpty
                ? null
                : new Words("Bewoners doen het ook zelf: ", "Residents do it themselves too: ")
                    + Phrasing.End(Phrasing.List([.. plan.Initiatives.Select(initiative => graph.Node(initiative).Name).Distinct().Select(Phrasing.Listed)], NamesShown)),
            Barriers(plan, barrier => barrier.Offers.IsEmpty, new("Waar niemand iets aan doet, voor zover we weten: ", "What nobody works on, as far as we know: ")),
            Barriers(plan, barrier => !barrier.Offers.IsEmpty, new("Waar al iets aan gebeurt: ", "What is being worked on already: ")),
        ];
        return sentences.OfType<Words>();
    }

    /// <summary>What is not known, and what we ask of them.</summary>
    public static IEnumerable<Words> UnknownOf(DefragmentPlan plan)
    {
        var (table, pairs) = (plan.Table, plan.Links.Before.Coordination);
        Words?[] sentences =
        [
            pairs.Unknown == 0 ? null : Unknown(pairs),
            plan.Cells.Any(cell => cell.IsReadFromTitles) ? new("Voor wie het werk is, lazen we uit titels: dat kan ernaast zitten.", "For whom the work is we read from titles: that may be off.") : null,
            table.KnowsSides ? null : new("Wie uit het fysieke en wie uit het sociale domein komt, staat nergens.", "Who is of the physical and who of the social domain is not recorded."),
            .. table.MissingSides.Where(side => table.KnowsSides || side == TableSide.Residents).Select(Missing),
            Mandates(plan, isKnown: false),
            Mandates(plan, isKnown: true),
            new("Klopt iets niet, of missen we iemand? Zeg het, dan passen we het aan.", "Is anything wrong, or is anybody left out? Say so, and we will put it right."),
        ];
        return sentences.OfType<Words>();
    }

    /// <summary>That no invitation can be made, where too few are known for a table.</summary>
    public static Words TooFew { get; } = new(
        "Voor dit plan kennen we te weinig mensen, organisaties en initiatieven om uit te nodigen. Vraag wie hier werken, leg dat vast, en kijk opnieuw.",
        "For this plan too few people, organisations and initiatives are known to invite. Ask who works here, record that, and look again.");

    private static Words Who(DefragmentPlan plan)
    {
        var names = plan.Agencies.Select(agency => plan.View.Graph.Node(agency).Name).Select(Phrasing.Listed).ToArray();
        var count = Phrasing.Count(names.Length, new("organisatie", "organisation"), new("organisaties", "organisations"));
        var are = Phrasing.ByNumber(names.Length, new(" is", " is"), new(" zijn", " are"));
        var named = names.Length == 0 ? new Words("", "") : " (" + Phrasing.List(names, NamesShown) + ")";
        return plan.Origin switch
        {
            PlanOrigin.Cell => Phrasing.Begin(plan.Title) + ": " + count + named + Phrasing.ByNumber(names.Length, new(" werkt", " is at work"), new(" werken", " are at work")) + new Words(" hier.", " here."),
            PlanOrigin.Barrier => count + named + are + new Words(" ermee bezig of er voor deze mensen.", " working on it or there for these people."),
            _ => count + named + Phrasing.ByNumber(names.Length, new(" heeft", " has"), new(" hebben", " have")) + new Words(" met elkaar te maken.", " to do with each other."),
        };
    }

    private static Words? Works(DefragmentPlan plan)
    {
        var (measures, pots) = (plan.Measures.Count(), plan.Pots.Count());
        return measures == 0
            ? null
            : new Words("Samen voeren de organisaties ", "Together the organisations run ") + Phrasing.Count(measures, new("maatregel uit", "measure"), new("maatregelen uit", "measures"))
                + (pots == 0 ? "." : new Words(", betaald uit ", ", paid from ") + Phrasing.Count(pots, new("potje.", "pot."), new("potjes.", "pots.")));
    }

    private static Words? Barriers(DefragmentPlan plan, Func<BarrierOffer, bool> which, Words opening)
    {
        string[] names = [.. plan.Barriers.Where(which).Select(offer => Phrasing.Listed(plan.View.Graph.Node(offer.Barrier).Name))];
        return names.Length == 0 ? null : opening + Phrasing.End(Phrasing.List(names, BarriersShown));
    }

    private static Words Unknown(Coordination pairs)
    {
        var (unknown, all) = (Phrasing.Count(pairs.Unknown), Phrasing.Count(pairs.Total));
        return pairs.Total == 1
            ? new("Of deze twee afstemmen, is niet gevraagd.", "Whether these two coordinate was not asked.")
            : pairs.Known == 0 ? new($"Van geen van de {all.Nl} paren weten we of zij afstemmen: dat vragen we u.", $"Of none of the {all.En} pairs do we know whether they coordinate: that is what we ask you.")
            : new($"Van {unknown.Nl} van de {all.Nl} paren weten we niet of zij afstemmen: dat vragen we u.",
                $"Of {unknown.En} of the {all.En} pairs we do not know whether they coordinate: that is what we ask you.");
    }

    private static Words Missing(TableSide side) => side == TableSide.Residents
        ? new("We kennen hier geen bewonersinitiatief. Kent u bewoners die zich inzetten? Laat het weten.", "No residents' initiative is known here. Do you know residents who are active? Let us know.")
        : new Words("Uit ", "Of ") + TableWords.NameOf(side) + new Words(" kennen we hier niemand. Wie zou dat zijn?", " nobody is known here. Who would that be?");

    private static Words? Mandates(DefragmentPlan plan, bool isKnown)
    {
        var (graph, missing) = (plan.View.Graph, plan.Table.MissingMandates.Where(one => one.Holders.IsEmpty != isKnown).ToArray());
        if (missing.Length == 0) return null;
        var names = Phrasing.List([.. missing.Select(one => $"‘{graph.Node(one.Barrier).Name}’")], BarriersShown);
        return isKnown
            ? new Words("Over ", "On ") + names + new Words(" besluiten anderen: ", " others decide: ")
                + Phrasing.End(Phrasing.List([.. missing.SelectMany(one => one.Holders).Distinct().Select(holder => TableWords.NameOf(plan.View, holder))], BarriersShown))
            : new Words("Wie mag besluiten over ", "Who may decide on ") + names + new Words(", weten we niet.", " we do not know.");
    }
}
