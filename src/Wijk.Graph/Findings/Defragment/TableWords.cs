using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>The sentences of a table: who is invited, what each brings, and who is missing.</summary>
public static class TableWords
{
    /// <summary>Who it is: a role and for whom, somebody of an organisation, or the name of an initiative. Never a person's name.</summary>
    public static Words NameOf(GraphView view, Seat seat)
    {
        var node = view.Graph.Node(seat.Node);
        if (node.Kind == NodeKind.Professional)
        {
            var role = node.Attributes.Text("role") ?? node.Name;
            return seat.Organisation == seat.Node ? role : $"{role} ({view.Graph.Node(seat.Organisation).Name})";
        }

        return node.Kind == NodeKind.Agency ? new Words("iemand van ", "somebody of ") + node.Name : node.Name;
    }

    /// <summary>What a seat brings to its table: sides, mandates, and that it works elsewhere in the area.</summary>
    public static Words BringsOf(PlannedTable table, Seat seat)
    {
        Words?[] brought =
        [
            seat.Sides.IsEmpty && !seat.Perspectives.IsEmpty ? PerspectivesOf(seat) : null,
            .. seat.Sides.Select(side => side == TableSide.Residents ? new Words("bewoners zelf", "residents themselves") : NameOf(side)),
            seat.Barriers.IsEmpty
                ? null
                : new Words("mandaat voor: ", "mandate for: ") + string.Join(", ", seat.Barriers.Select(barrier => table.View.Graph.Node(barrier).Name)),
            seat.IsMember ? null : new("werkt in hetzelfde gebied, aan iets anders", "works in the same area, on something else"),
            table.KnownTo(seat) is var known && known == 0
                ? null
                : new Words("kent ", "knows ") + Phrasing.Count(known, new("ander aan tafel", "other at the table"), new("anderen aan tafel", "others at the table")),
        ];
        return brought.OfType<Words>().Any() ? Joined([.. brought.OfType<Words>()], "; ") : new("van welk domein weten we niet", "of which domain we do not know");
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

        foreach (var missing in table.MissingMandates)
        {
            var barrier = table.View.Graph.Node(missing.Barrier).Name;
            yield return missing.Holders.IsEmpty
                ? new($"Wie iets mag besluiten over '{barrier}', staat nergens: vraag dat eerst.", $"Who may decide on '{barrier}' is not recorded: ask that first.")
                : new Words($"Over '{barrier}' mag besluiten: ", $"On '{barrier}' may decide: ") + Phrasing.List([.. missing.Holders.Select(holder => Holder(table, holder))], 3)
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

    // A professional is told by their role.
    private static Words Holder(PlannedTable table, int holder)
    {
        var node = table.View.Graph.Node(holder);
        return node.Kind == NodeKind.Professional ? node.Attributes.Text("role") ?? node.Name : node.Name;
    }

    private static Words PerspectivesOf(Seat seat) => Phrasing.List(seat.Perspectives, DefragmentQuestion.FewestSeats);

    private static Words Joined(Words[] parts, string between) =>
        new(string.Join(between, parts.Select(part => part.Nl)), string.Join(between, parts.Select(part => part.En)));
}
