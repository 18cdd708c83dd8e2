using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>The sentences of a clusters answer: what it is made of comes before what it says.</summary>
internal static class ClustersWords
{
    private const int NamesShown = 6;

    public static Words ReasonOf(ClustersAnswer answer)
    {
        var asked = answer.Coverage[1];
        var made = new Words(
            $"Gemaakt van {answer.TieCount} vastgelegde contacten en van wie er voor dezelfde groep in hetzelfde gebied is; {Phrasing.Count(asked.Known).Nl} van {Phrasing.Count(asked.Total).Nl} paren zijn gevraagd.",
            $"Made of {answer.TieCount} recorded ties and of who is there for the same group in the same area; {Phrasing.Count(asked.Known).En} of {Phrasing.Count(asked.Total).En} pairs were asked.");
        if (answer.Clusters.IsEmpty)
            return Words.Join(made, new("Er is niets dat hen verbindt: over clusters zeggen we dus niets.", "Nothing joins them, so about clusters we say nothing."));
        var repeating = answer.Clusters.Length - answer.AdviceCount;
        return Words.Join(
            made,
            new($"{answer.Clusters.Length} groepen hangen samen; {Phrasing.Count(answer.AloneCount).Nl} organisaties en initiatieven staan, voor zover we weten, los.",
                $"{answer.Clusters.Length} groups hang together; {Phrasing.Count(answer.AloneCount).En} organisations and initiatives stand apart, as far as we know."),
            repeating == 0 ? null : new(
                $"{repeating} daarvan herhalen alleen een regeling, geldgever, domein, doelgroep of gebied: dat is geen advies.",
                $"{repeating} of them only repeat a scheme, funder, domain, target group or area: that is no advice."),
            answer.AdviceCount > 0 ? null : new("Er is nu niets te adviseren.", "There is nothing to advise now."));
    }

    public static Words NextStepOf(ClustersAnswer answer) => answer.AdviceCount == 0
        ? new("Vraag eerst wie met wie samenwerkt; dan kan blijken wie bij elkaar hoort.", "First ask who collaborates with whom; then it can show who belongs together.")
        : new("Leg de eerste groep aan de leden voor: herkennen zij zich, en wie ontbreekt?", "Put the first group before its members: do they recognise it, and who is missing?");

    public static Words ReasonOf(Cluster cluster)
    {
        var names = Phrasing.List([.. cluster.Members.Select(member => cluster.Snapshot.Node(member).Name)], NamesShown);
        var about = string.Join(", ", cluster.About.Take(3).Select(trait => $"{NameOf(cluster, trait)} ({trait.MemberCount}/{cluster.Members.Length})"));
        return Words.Join(
            Phrasing.Count(cluster.Members.Length) + new Words(" die samenhangen: ", " that hang together: ") + names + ".",
            about.Length == 0 ? null : new Words($"Zij delen vooral: {about}.", $"They mostly share: {about}."),
            Known(cluster),
            cluster.IsAdvice ? null : Repeats(cluster));
    }

    private static Words Known(Cluster cluster)
    {
        var total = Phrasing.Count(cluster.Coordination.Total);
        if (cluster.TieCount == 0)
        {
            return new(
                $"Dit is wie er voor dezelfde mensen op dezelfde plekken is; wie samenwerkt weten we niet: {cluster.Coordination.Known} van de {total.Nl} paren gevraagd.",
                $"This is who serves the same people in the same places; who works together we do not know: {cluster.Coordination.Known} of {total.En} pairs were asked.");
        }

        return new(
            $"Of zij afstemmen is voor {cluster.Coordination.Known} van de {total.Nl} paren gevraagd: {cluster.Coordination.Coordinated} wel, {cluster.Coordination.NotCoordinated} niet.",
            $"Whether they coordinate was asked for {cluster.Coordination.Known} of {total.En} pairs: {cluster.Coordination.Coordinated} do, {cluster.Coordination.NotCoordinated} do not.");
    }

    private static Words Repeats(Cluster cluster)
    {
        var repeated = cluster.Repeats[0];
        var share = Phrasing.Decimal(100 * repeated.Share, 0);
        var what = repeated.Kind switch
        {
            TraitKind.Scheme => new Words("de regeling", "the scheme"),
            TraitKind.Department => new("de geldgever", "the funder"),
            TraitKind.Cell => new("de combinatie", "the combination"),
            TraitKind.TargetGroup => new("de doelgroep", "the target group"),
            TraitKind.Area => new("het gebied", "the area"),
            _ => new("het domein", "the domain"),
        };
        return new(
            $"Dit herhaalt alleen {what.Nl} {NameOf(cluster, repeated)} ({share.Nl}% van de leden): geen advies.",
            $"This only repeats {what.En} {NameOf(cluster, repeated)} ({share.En}% of the members): no advice.");
    }

    private static string NameOf(Cluster cluster, SharedTrait trait) =>
        string.Join(" in ", trait.Nodes.Select(node => cluster.Snapshot.Node(node).Name));
}
