using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>The sentences of a clusters answer: what it is made of comes before what it says.</summary>
internal static class ClustersWords
{
    private const int NamesShown = 6;

    public static Words FoundIn(ClustersAnswer answer)
    {
        var asked = answer.Coverage[1];
        var made = new Words("Gemaakt van ", "Made of ") + Phrasing.Count(answer.TieCount, new("bekend contact", "known tie"), new("bekende contacten", "known ties"))
            + new Words(
                $" en van wie er voor dezelfde groep in hetzelfde gebied is; gevraagd: {Phrasing.Count(asked.Known).Nl} van {Phrasing.Count(asked.Total).Nl} paren.",
                $" and of who is there for the same group in the same area; {Phrasing.Count(asked.Known).En} of {Phrasing.Count(asked.Total).En} pairs were asked.");
        if (answer.Clusters.IsEmpty) return Words.Join(made, Nothing(answer));
        return Words.Join(
            made,
            Phrasing.Count(answer.Clusters.Length, new("groep hangt samen", "group hangs together"), new("groepen hangen samen", "groups hang together")) + "; "
                + Phrasing.Count(answer.AloneCount,
                    new("organisatie of initiatief staat, voor zover we weten, los.", "organisation or initiative stands apart, as far as we know."),
                    new("organisaties en initiatieven staan, voor zover we weten, los.", "organisations and initiatives stand apart, as far as we know.")),
            NoAdvice(answer.Clusters.Length - answer.CandidateCount),
            answer.CandidateCount > 0 ? Untested : new("Er is nu niets te adviseren.", "There is nothing to advise now."));
    }

    private static Words Nothing(ClustersAnswer answer) => answer.Quality is null
        ? new("Voor zover we weten is er niets dat hen verbindt: over clusters zeggen we dus niets.", "Nothing joins them, as far as we know, so about clusters we say nothing.")
        : new("Bij deze resolutie horen er geen twee bij elkaar; vraag het met een lagere.", "At this resolution no two belong together; ask with a lower one.");

    private static Words? NoAdvice(int count) => count == 0 ? null : Phrasing.ByNumber(
        count,
        new("1 daarvan heeft geen bekend contact, of herhaalt alleen een regeling, geldgever of domein: dat is geen advies.",
            "1 of them has no known tie, or only repeats a scheme, funder or domain: that is no advice."),
        new($"{Phrasing.Count(count).Nl} daarvan hebben geen bekend contact, of herhalen alleen een regeling, geldgever of domein: dat is geen advies.",
            $"{Phrasing.Count(count).En} of them have no known tie, or only repeat a scheme, funder or domain: that is no advice."));

    private static Words Untested { get; } = new(
        "Of dit meer is dan toeval, is hiermee niet gezegd: dat zegt 'trust'.", "Whether this is more than chance is not said by this: 'trust' says it.");

    public static Words NextStepOf(ClustersAnswer answer) => answer.CandidateCount == 0
        ? AskFirst
        : new("Vraag met 'trust' welke groepen meer zijn dan toeval, voor u er een voorlegt.", "Ask with 'trust' which groups are more than chance, before you put one to its members.");

    /// <summary>What to do where nothing can be advised.</summary>
    public static Words AskFirst { get; } =
        new("Vraag eerst wie met wie samenwerkt; dan kan blijken wie bij elkaar hoort.", "First ask who collaborates with whom; then it can show who belongs together.");

    public static Words ReasonOf(Cluster cluster)
    {
        var names = NamesOf(cluster.View, cluster.Members);
        var about = string.Join(", ", cluster.About.Take(3).Select(trait => $"{NameOf(cluster, trait)} ({trait.MemberCount}/{cluster.Members.Length})"));
        return Words.Join(
            Phrasing.Count(cluster.Members.Length) + new Words(" die samenhangen: ", " that hang together: ") + names + ".",
            about.Length == 0 ? null : new Words($"Zij delen vooral: {about}.", $"They mostly share: {about}."),
            Known(cluster),
            cluster.CouldBeAdvice ? null : cluster.Repeats.IsEmpty ? Question : Repeats(cluster));
    }

    /// <summary>The first few names; one that several have is told once, with how many they are.</summary>
    /// <param name="view">What is seen.</param>
    /// <param name="members">Agencies and initiatives.</param>
    /// <param name="most">How many names are told.</param>
    public static Words NamesOf(GraphView view, IEnumerable<int> members, int most = NamesShown)
    {
        var names = NamesByCount(view, members);
        var shown = names.Take(most).Select(name => name.Text);
        var rest = names.Skip(most).Sum(name => name.Count);
        return new Words(string.Join(", ", shown.Select(name => name.Nl)), string.Join(", ", shown.Select(name => name.En)))
            + (rest == 0 ? "" : new Words(" en nog ", " and ") + Phrasing.Count(rest) + new Words("", " more"));
    }

    // Each name once, with how many have it.
    private static (Words Text, int Count)[] NamesByCount(GraphView view, IEnumerable<int> members) =>
    [
        .. members.CountBy(member => Phrasing.Listed(NameOf(view, member)))
            .Select(name => (name.Value == 1 ? (Words)name.Key : new Words($"{name.Value} keer {name.Key}", $"{name.Value} times {name.Key}"), name.Value)),
    ];

    /// <summary>The name of an organisation; of an initiative what it calls itself, where that is public or the reader may see it.</summary>
    public static string NameOf(GraphView view, int member) =>
        view.Graph.Node(member) is { Kind: NodeKind.Initiative } initiative && initiative.Attributes.Text("title") is { Length: > 0 } title ? title : view.Graph.Node(member).Name;

    /// <summary>What is known of contact between the members.</summary>
    public static Words Known(Cluster cluster)
    {
        if (cluster.TieCount > 0) return Words.Join(CollaborationWords.Known(cluster.Coordination), CollaborationWords.Contradicting(cluster.Coordination.Contradicting));
        var served = new Words(
            "Telkens zijn enkele van hen voor dezelfde mensen op dezelfde plek; ",
            "Some of them at a time serve the same people in the same place; ");
        var (known, total) = (Phrasing.Count(cluster.Coordination.Known), Phrasing.Count(cluster.Coordination.Total));
        return served + cluster.Coordination switch
        {
            { Unknown: 0 } => new Words("zij zijn allemaal gevraagd en hebben geen contact met elkaar.", "all of them were asked, and they have no contact with each other."),
            { Known: 0, Total: 1 } => new("of zij samenwerken weten we niet: het is niet gevraagd.", "whether they work together we do not know: nobody asked."),
            { Known: 0 } => new($"wie samenwerkt weten we niet: 0 van de {total.Nl} paren gevraagd.",
                $"who works together we do not know: 0 of {total.En} pairs were asked."),
            _ => new($"{known.Nl} van de {total.Nl} paren gevraagd, en die hebben geen contact; van de andere weten we het niet.",
                $"{known.En} of {total.En} pairs were asked, and have no contact; of the others we do not know."),
        };
    }

    /// <summary>What a cluster is without a known tie.</summary>
    public static Words Question { get; } = new(
        "Zolang er geen contact is vastgelegd, is dit een vraag en geen advies.",
        "As long as no tie is recorded, this is a question and no advice.");

    /// <summary>What a cluster only repeats.</summary>
    public static Words Repeats(Cluster cluster)
    {
        var repeated = cluster.Repeats[0];
        var share = Phrasing.Percent(repeated.Share);
        var what = repeated.Kind switch
        {
            TraitKind.Scheme => new Words("de regeling", "the scheme"),
            TraitKind.Department => new("de geldgever", "the funder"),
            TraitKind.Cell => new("de combinatie", "the combination"),
            TraitKind.TargetGroup => new("de doelgroep", "the target group"),
            TraitKind.Area => new("het gebied", "the area"),
            TraitKind.Seat => new("de vestigingsplaats", "the seat"),
            _ => new("het domein", "the domain"),
        };
        return new(
            $"Dit herhaalt alleen {what.Nl} {NameOf(cluster, repeated)} ({share.Nl} van de leden): geen advies.",
            $"This only repeats {what.En} {NameOf(cluster, repeated)} ({share.En} of the members): no advice.");
    }

    /// <summary>The names of a trait's nodes.</summary>
    public static string NameOf(Cluster cluster, SharedTrait trait) =>
        string.Join(" in ", trait.Nodes.Select(node => cluster.View.Graph.Node(node).Name));
}
