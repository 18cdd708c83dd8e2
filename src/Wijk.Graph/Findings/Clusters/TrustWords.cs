using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>The sentences on trust in clusters: what was found, against which chance, and how sure it is.</summary>
internal static class TrustWords
{
    /// <summary>What the whole says.</summary>
    public static Words ReasonOf(ClustersTrust trust)
    {
        if (trust.Result.RandomCount == 0) return new("Voor zover we weten is er niets dat hen verbindt: over clusters zeggen we dus niets.", "Nothing joins them, as far as we know, so about clusters we say nothing.");
        var clusters = trust.Clusters.Count(cluster => !cluster.IsBlock);
        var (random, floor) = (Phrasing.Count(trust.Result.RandomCount), Phrasing.Count(trust.Result.RandomCount + 1));
        return Words.Join(
            clusters == 0
                ? new Words("Er zijn hier geen duidelijke clusters.", "There are no clear clusters here.") + Nearest(trust.Result.Nearest)
                : Phrasing.ByNumber(
                    clusters,
                    new("1 groep hangt sterker samen dan bij toeval.", "1 group hangs together more than chance would give."),
                    new($"{Phrasing.Count(clusters).Nl} groepen hangen sterker samen dan bij toeval.", $"{Phrasing.Count(clusters).En} groups hang together more than chance would give.")),
            Blocks(trust.Clusters.Length - clusters),
            InNone(trust.InNone.Length),
            trust.OnlyRepeatingCount == 0 ? null : Phrasing.ByNumber(
                trust.OnlyRepeatingCount,
                new("1 staat alleen in een groep die iets herhaalt wat al bekend is.", "1 stands only in a group that repeats what is known already."),
                new($"{Phrasing.Count(trust.OnlyRepeatingCount).Nl} staan alleen in groepen die iets herhalen wat al bekend is.",
                    $"{Phrasing.Count(trust.OnlyRepeatingCount).En} stand only in groups that repeat what is known already.")),
            new($"Toeval: {random.Nl} netwerken waarin ieder evenveel contacten en gedeelde plekken houdt, maar met wie is geloot; een kans onder 1 op {floor.Nl} is geschat uit hoe ver die netwerken uiteenlopen.",
                $"Chance: {random.En} networks in which all keep as many ties and shared places, with whom being drawn by lot; a chance below 1 in {floor.En} is estimated from how far those networks differ."),
            trust.Result.DescriptionLength is { Saved: <= 0 } && clusters > 0
                ? new("Een tweede toets is het daar niet mee eens: zonder deze groepen zijn de contacten korter te beschrijven.", "A second test disagrees: without these groups the ties can be described in less.")
                : null,
            trust.AdviceCount == 0 ? new("Er is nu niets te adviseren.", "There is nothing to advise now.") : null);
    }

    /// <summary>What one cluster says.</summary>
    public static Words ReasonOf(TrustedCluster found)
    {
        var (cluster, group) = (found.Cluster, found.Group);
        var (count, names) = (Phrasing.Count(cluster.Members.Length), ClustersWords.NamesOf(cluster.View, cluster.Members));
        if (found.IsBlock)
        {
            return Words.Join(
                new Words($"Deze {count.Nl} staan los van de rest: ", $"These {count.En} stand apart from the rest: ") + names + ".",
                new("Van binnen zijn er geen duidelijke clusters: dit is geen advies.", "Inside there are no clear clusters: this is no advice."),
                RuleOf(found));
        }

        return Words.Join(
            new Words($"Deze {count.Nl} {Verb(found).Nl}: ", $"These {count.En} {Verb(found).En}: ") + names + ".",
            RuleOf(found),
            new($"Hun samenhang ({Phrasing.Decimal(group.Standing.Score, 1).Nl}) is hoger dan die van de sterkste groep van deze grootte in {Phrasing.Percent(group.Standing.Percentile).Nl} van de toevallige netwerken (gemiddeld {Phrasing.Decimal(group.Standing.ChanceMean, 1).Nl}).",
                $"They hold together ({Phrasing.Decimal(group.Standing.Score, 1).En}) more than the strongest group of this size in {Phrasing.Percent(group.Standing.Percentile).En} of the networks made by chance (on average {Phrasing.Decimal(group.Standing.ChanceMean, 1).En})."),
            StabilityOf(group.Stability!),
            group.IsByMajority
                ? new("Per lid is dit niet te toetsen: het netwerk is daar te klein voor. Erin staat wie er minstens de helft van zijn contacten heeft.",
                    "For each member it cannot be tested: the network is too small. Those are in it who have at least half of their ties there.")
                : null,
            ClustersWords.Known(cluster),
            cluster.Repeats.IsEmpty ? null : ClustersWords.Repeats(cluster),
            cluster.CouldBeAdvice || !cluster.Repeats.IsEmpty ? null : new("Zolang er geen contact is vastgelegd, is dit een vraag en geen advies.", "As long as no tie is recorded, this is a question and no advice."),
            found.Label == StabilityLabel.Unsure ? new("Dat is te wisselend voor een advies.", "That changes too much for advice.") : null);
    }

    private static Words Verb(TrustedCluster found) => found.Label switch
    {
        StabilityLabel.Core => new("horen bij elkaar", "belong together"),
        StabilityLabel.Likely => new("lijken bij elkaar te horen", "seem to belong together"),
        _ => new("hangen nu samen", "hang together now"),
    };

    private static Words RuleOf(TrustedCluster found)
    {
        if (found.Rule is not { } rule) return new("Wat zij gemeen hebben, is niet te beschrijven met wat we weten.", "They cannot be described from what we know.");
        var traits = rule.Traits.Select(trait => Told(trait.Kind, ClustersWords.NameOf(found.Cluster, trait))).ToArray();
        var told = new Words(string.Join(" en ", traits.Select(trait => trait.Nl)), string.Join(" and ", traits.Select(trait => trait.En)));
        var (hits, members, others, rest) = (Phrasing.Count(rule.HitCount), Phrasing.Count(rule.MemberCount), Phrasing.Count(rule.OtherHitCount), Phrasing.Count(rule.OtherCount));
        return new(
            $"{Phrasing.Begin(told).Nl}: dat geldt voor {hits.Nl} van de {members.Nl} leden en voor {others.Nl} van de {rest.Nl} anderen.",
            $"{Phrasing.Begin(told).En}: fits {hits.En} of {members.En} members and {others.En} of {rest.En} others.");
    }

    private static Words Told(TraitKind kind, string name) => kind switch
    {
        TraitKind.TargetGroup => new($"voor {name}", $"for {name}"),
        TraitKind.Area => new($"in {name}", $"in {name}"),
        TraitKind.Domain => new($"bezig met {name}", $"at work on {name}"),
        TraitKind.Department => new($"betaald door {name}", $"paid by {name}"),
        _ => new($"tegen {name}", $"against {name}"),
    };

    private static Words StabilityOf(Stability stability)
    {
        var share = Phrasing.Percent(stability.Mean);
        return stability.OfComputation
            ? new($"Hoe stevig dat is, is niet te beoordelen: minder dan vijf bronnen of antwoorders. Als berekening komt de groep voor {share.Nl} terug wanneer een tiende van de contacten anders ligt.",
                $"How firm that is cannot be judged: fewer than five sources or respondents. As a computation the group comes back for {share.En} when a tenth of the ties lie otherwise.")
            : new($"De groep komt voor {share.Nl} terug wanneer we bronnen en antwoorders weglaten.", $"The group comes back for {share.En} when sources and respondents are left out.");
    }

    private static Words Nearest(ClusterStanding? nearest) => nearest is not { } one
        ? new Words("", "")
        : new Words($" De sterkste groep hangt sterker samen dan die van dezelfde grootte in {Phrasing.Percent(one.Percentile).Nl} van de toevallige netwerken; dat is te weinig.",
            $" The strongest group hangs together more than those of its size in {Phrasing.Percent(one.Percentile).En} of the networks made by chance; that is too little.");

    private static Words? Blocks(int count) => count == 0 ? null : Phrasing.ByNumber(
        count,
        new("1 blok staat alleen los van de rest en heeft van binnen geen clusters: geen advies.", "1 block only stands apart from the rest and has no clusters inside: no advice."),
        new($"{Phrasing.Count(count).Nl} blokken staan alleen los van de rest en hebben van binnen geen clusters: geen advies.",
            $"{Phrasing.Count(count).En} blocks only stand apart from the rest and have no clusters inside: no advice."));

    private static Words? InNone(int count) => count == 0 ? null : Phrasing.ByNumber(
        count,
        new("1 organisatie of initiatief met contacten hoort bij geen groep: die contacten liggen niet meer bij elkaar dan bij toeval.",
            "1 organisation or initiative with ties belongs to no group: those ties lie together no more than chance would give."),
        new($"{Phrasing.Count(count).Nl} organisaties en initiatieven met contacten horen bij geen groep: hun contacten liggen niet meer bij elkaar dan bij toeval.",
            $"{Phrasing.Count(count).En} organisations and initiatives with ties belong to no group: their ties lie together no more than chance would give."));
}

/// <summary>Says how far a comparison of clusters with chance is: each time that twice as many networks were drawn.</summary>
/// <param name="lines">Gets what is said.</param>
internal sealed class TrustProgressWords(IProgress<Words> lines) : IProgress<TrustProgress>
{
    private int said;

    /// <inheritdoc/>
    public void Report(TrustProgress value)
    {
        if (value.RandomCount < 2 * said || value.RandomCount < 10) return;
        said = value.RandomCount;
        var (count, most) = (Phrasing.Count(value.RandomCount), Phrasing.Count(value.MostRandomCount));
        lines.Report(new($"vergelijken met toeval: {count.Nl} van hooguit {most.Nl} netwerken", $"comparing with chance: {count.En} of at most {most.En} networks"));
    }
}
