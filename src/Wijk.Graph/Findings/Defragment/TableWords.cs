using Wijk.Graph.Analysis.Plan;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>The sentences of a table: who is invited, what each brings, and who is missing.</summary>
public static class TableWords
{
    private const int WorksShown = 2, OthersShown = 6;

    /// <summary>Who it is: a role and for whom, someone from an organisation, or the name of an initiative. Never a person's name.</summary>
    public static Words NameOf(GraphView view, Seat seat) => NameOf(view, seat, name => name);

    /// <summary>The same of several, one after the other: "someone from A, from B".</summary>
    public static Words NamesOf(GraphView view, IEnumerable<Seat> seats)
    {
        var names = new List<Words>();
        Seat? before = null;
        foreach (var seat in seats)
        {
            names.Add(IsOrganisation(seat) && before is not null && IsOrganisation(before)
                ? new Words("van ", "from ") + Phrasing.Listed(NameOf(view, seat.Node))
                : NameOf(view, seat, Phrasing.Listed));
            before = seat;
        }

        return Phrasing.List(names, names.Count);

        bool IsOrganisation(Seat seat) => view.Graph.Node(seat.Node).Kind == NodeKind.Agency;
    }

    /// <summary>The name of an organisation or an initiative; a professional is told by their role.</summary>
    public static string NameOf(GraphView view, int node)
    {
        var known = view.Graph.Node(node);
        return known.Kind == NodeKind.Professional ? known.Attributes.Text("role") ?? known.Name : known.Name;
    }

    /// <summary>What a seat brings to its table: sides, mandates, and that it works elsewhere in the area.</summary>
    public static Words BringsOf(PlannedTable table, Seat seat)
    {
        Words?[] brought =
        [
            .. ViewOf(table, seat),
            table.KnownTo(seat) is var known && known == 0
                ? null
                : new Words("kent ", "knows ") + Phrasing.Count(known, new("ander aan tafel", "other at the table"), new("anderen aan tafel", "others at the table")),
        ];
        return brought.OfType<Words>().Any() ? Joined([.. brought.OfType<Words>()], "; ") : new("van welk domein weten we niet", "of which domain we do not know");
    }

    /// <summary>What whoever sits there does for those the plan is about, by name; null where none of it is known.</summary>
    public static Words? DoesOf(PlannedTable table, Seat seat)
    {
        if (!table.Works.TryGetValue(seat.Organisation, out var works) || works.IsEmpty) return null;
        string[] names = [.. works.Select(work => $"‘{table.View.Graph.Node(work).Name}’").Distinct()];
        return new Words("doet hier: ", "does here: ") + Phrasing.List(names, WorksShown);
    }

    /// <summary>Why somebody is asked, for themselves to read: what they look from and may decide.</summary>
    public static Words WhyAsked(PlannedTable table, Seat seat)
    {
        Words[] why = [.. ViewOf(table, seat).OfType<Words>()];
        return why.Length > 0 ? Joined(why, "; ")
            : seat.Organisation == seat.Node && table.View.Graph.Node(seat.Node).Kind == NodeKind.Professional ? new("kent verschillende mensen die hier werken", "knows several people who work here")
            : new("is er voor dezelfde mensen of op dezelfde plek", "is there for the same people or in the same place");
    }

    /// <summary>Who can call the others together; or that it is not known whether any of them know each other.</summary>
    public static Words ConvenerOf(PlannedTable table) => table.Convener is { } convener
        ? Phrasing.Begin(NameOf(table.View, convener)) + new Words(" kan hen bij elkaar roepen en kent al ", " can call them together, and already knows ")
            + Phrasing.Count(table.KnownTo(convener)) + new Words(" van hen.", " of them.")
        : WereAsked(table)
            ? new("Van niemand aan tafel is bekend dat die een ander kent: zoek iemand die hen bij elkaar kan roepen.", "Nobody at the table is known to know another: look for somebody who can call them together.")
            : Words.Join(
                table.CommonFunder is { } common ? common.Say(table.View.Graph.Node(common.Funder).Name, new(" aan tafel", " at the table")) : null,
                new("Of zij elkaar kennen, weten we niet: vraag dat bij het uitnodigen.", "Whether they know each other we do not know: ask when you invite them."));

    /// <summary>How a table was found, and by what it was chosen.</summary>
    public static Words ChoiceOf(PlannedTable table)
    {
        var count = Phrasing.Count(table.CandidateCount);
        return Words.Join(
            table.IsProven
                ? new($"Uit {count.Nl} mogelijke gasten bekeken we elke tafel: geen is beter volgens deze volgorde.",
                    $"Of {count.En} possible guests we looked at every table: none is better by this order.")
                : new($"Uit {count.Nl} mogelijke gasten is niet elke tafel bekeken: er kan een betere zijn volgens deze volgorde.",
                    $"Of {count.En} possible guests not every table was looked at: there may be a better one by this order."),
            OrderOf(table.Order),
            NotThere(table));
    }

    // What nobody at it has, or nobody knows of, did not decide: that is told, or it would read as if it had.
    private static Words? NotThere(PlannedTable table)
    {
        Words[] none = [.. table.Order.Where(criterion => criterion != TableCriterion.FewestOrganisations && table.Counts.Of(criterion) == 0).Select(NameOf)];
        return none.Length == 0 ? null : Phrasing.End(new Words("Hiervan is aan deze tafel niets bekend: ", "Of this nothing is known at this table: ") + Joined(none, "; "));
    }

    /// <summary>What makes one table better than another, in order.</summary>
    public static Words OrderOf(IReadOnlyList<TableCriterion> order)
    {
        var (first, last) = (NameOf(order[0]), NameOf(order[^1]));
        return order.Count == 1
            ? new Words("Alleen ", "Only ") + first + "."
            : new Words("Eerst ", "First ") + first + order.Skip(1).SkipLast(1).Aggregate(new Words("", ""), (said, criterion) => said + new Words("; dan ", "; then ") + NameOf(criterion))
                + new Words("; en dan ", "; and then ") + last + ".";
    }

    /// <summary>What a criterion looks at.</summary>
    public static Words NameOf(TableCriterion criterion) => criterion switch
    {
        TableCriterion.Sides => new("of het fysieke domein, het sociale domein en bewoners er zijn", "whether the physical domain, the social domain and residents are there"),
        TableCriterion.Barriers => new("belemmeringen waarover iemand mag besluiten", "barriers on which somebody may decide"),
        TableCriterion.Perspectives => new("verschillende soorten organisaties", "different kinds of organisations"),
        TableCriterion.Overlaps => new("paren waarvan het werk elkaar raakt", "pairs whose work overlaps"),
        TableCriterion.Ties => new("wie elkaar al kent", "who knows each other already"),
        _ => new("zo weinig mogelijk organisaties", "as few organisations as possible"),
    };

    /// <summary>Another table, told by who sits there instead of whom.</summary>
    public static Words AlternativeOf(PlannedTable table, IReadOnlyCollection<Seat> seats)
    {
        Seat[] gone = [.. table.Seats.Except(seats)], come = [.. seats.Except(table.Seats)];
        var (others, left) = (NamesOf(table.View, come), NamesOf(table.View, gone));
        return Phrasing.End((come.Length, gone.Length) switch
        {
            (0, _) => new Words("Zonder ", "Without ") + left,
            (_, 0) => new Words("Ook met ", "Also with ") + others,
            _ when others == left => new Words("Met een ander van dezelfde naam: ", "With another of the same name: ") + others,
            _ => new Words("Met ", "With ") + others + new Words(" in plaats van ", " instead of ") + left,
        });
    }

    /// <summary>What is missing, in short: sides, a mandate, and whether anybody knows who is of which domain.</summary>
    public static Words MissingInShort(PlannedTable table)
    {
        Words[] missing =
        [
            .. table.MissingSides.Where(side => table.KnowsSides || side == TableSide.Residents).Select(NameOf),
            .. table.MissingMandates.IsEmpty ? Array.Empty<Words>() : [new Words("wie over een belemmering mag besluiten", "who may decide on a barrier")],
            .. table.KnowsSides ? Array.Empty<Words>() : [new Words("fysiek of sociaal domein: niet bekend", "physical or social domain: not known")],
        ];
        return missing.Length == 0 ? new("niemand, voor zover we weten", "nobody, as far as we know") : Joined(missing, "; ");
    }

    /// <summary>Who is missing and why.</summary>
    internal static IEnumerable<Words> MissingAt(PlannedTable table)
    {
        if (table.Seats.IsEmpty)
        {
            yield return new("We kennen hier te weinig mensen, organisaties en initiatieven voor een tafel.", "Too few people, organisations and initiatives are known here for a table.");
            yield break;
        }

        if (!table.KnowsSides)
        {
            yield return new("Welke domeinen fysiek zijn en welke sociaal, is hier niet vastgelegd: kijk zelf of beide aan tafel zitten.",
                "Which domains are physical and which social is not recorded here: see for yourself that both are at the table.");
        }

        foreach (var side in table.MissingSides.Where(side => table.KnowsSides || side == TableSide.Residents))
        {
            yield return side == TableSide.Residents
                ? new("Bewoners ontbreken: we kennen hier geen bewonersinitiatief. Vraag wie hier werkt welke bewoners zich inzetten.",
                    "Residents are missing: no residents' initiative is known here. Ask those who work here which residents are active.")
                : new Words("Niemand komt uit ", "Nobody comes from ") + NameOf(side)
                    + new Words(": van wie hier werkt, kennen we niemand daaruit. Vraag de gemeente wie dat hier is.",
                        ": of those who work here none is known to be of it. Ask the municipality who that is here.");
        }

        if (!table.NotSeated.IsEmpty)
        {
            yield return new Words("Het gaat ook over ", "This is also about ") + Phrasing.List([.. table.NotSeated.Select(agency => Phrasing.Listed(table.View.Graph.Node(agency).Name))], OthersShown)
                + new Words(": van hen zit niemand aan tafel. Kijk zelf wie erbij moet.", ": nobody of theirs is at the table. See for yourself who must join.");
        }

        foreach (var missing in table.MissingMandates)
        {
            var barrier = table.View.Graph.Node(missing.Barrier).Name;
            yield return missing.Holders.IsEmpty
                ? new($"Wie iets mag besluiten over '{barrier}', staat nergens: vraag dat eerst.", $"Who may decide on '{barrier}' is not recorded: ask that first.")
                : new Words($"Over '{barrier}' mag besluiten: ", $"On '{barrier}' may decide: ") + Phrasing.List([.. missing.Holders.Select(holder => NameOf(table.View, holder))], 3)
                    + new Words("; die zit niet aan tafel.", "; they are not at the table.");
        }
    }

    /// <summary>The name of a side.</summary>
    public static Words NameOf(TableSide side) => side switch
    {
        TableSide.Physical => new("het fysieke domein", "the physical domain"),
        TableSide.Social => new("het sociale domein", "the social domain"),
        _ => new("bewoners", "residents"),
    };

    // Some of them were asked, and have no contact.
    private static bool WereAsked(PlannedTable table)
    {
        var organisations = table.Seats.Select(seat => seat.Organisation).ToHashSet();
        return organisations.Any(one => CollaborationTies.Of(table.View).Of(one).Any(tie => organisations.Contains(tie.A) && organisations.Contains(tie.B)));
    }

    private static Words NameOf(GraphView view, Seat seat, Func<string, string> shown)
    {
        var name = NameOf(view, seat.Node);
        return view.Graph.Node(seat.Node).Kind switch
        {
            NodeKind.Professional when seat.Organisation != seat.Node => $"{name} ({view.Graph.Node(seat.Organisation).Name})",
            NodeKind.Agency => new Words("iemand van ", "someone from ") + shown(name),
            NodeKind.Initiative when InitiativeNames.Of(view).IsShared(name) => new Words("een bewonersinitiatief (", "a residents' initiative (") + name
                + new Words("; de eigen naam is niet openbaar)", "; its own name is not public)"),
            _ => shown(name),
        };
    }

    private static Words?[] ViewOf(PlannedTable table, Seat seat) =>
    [
        seat.Sides.IsEmpty && !seat.Perspectives.IsEmpty ? PerspectivesOf(seat) : null,
        .. seat.Sides.Select(side => side == TableSide.Residents ? new Words("bewoners zelf", "residents themselves") : NameOf(side)),
        seat.Barriers.IsEmpty
            ? null
            : new Words("mandaat voor: ", "mandate for: ") + string.Join(", ", seat.Barriers.Select(barrier => table.View.Graph.Node(barrier).Name)),
        seat.IsMember ? null : seat.IsAskedFor ? new("erbij gevraagd", "asked to join") : new("werkt in hetzelfde gebied, aan iets anders", "works in the same area, on something else"),
    ];

    private static Words PerspectivesOf(Seat seat) => Phrasing.List(seat.Perspectives, DefragmentQuestion.FewestSeats);

    private static Words Joined(Words[] parts, string between) =>
        new(string.Join(between, parts.Select(part => part.Nl)), string.Join(between, parts.Select(part => part.En)));
}
