using Wijk.Graph.Analysis.Clusters.Trust;
using Wijk.Graph.Model;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>The sentences on trust in clusters: what was found, against which chance, and how sure it is.</summary>
internal static class TrustWords
{
    private const int NamesInTitle = 3;

    private static readonly Words Nothing = new(
        "Voor zover we weten is er niets dat hen verbindt: over clusters zeggen we dus niets.", "Nothing joins them, as far as we know, so about clusters we say nothing.");

    private static readonly Words NoAdvice = new("Er is nu niets te adviseren.", "There is nothing to advise now.");

    private static readonly Words Inside = new("Van binnen zijn er geen duidelijke clusters: dit is geen advies.", "Inside there are no clear clusters: this is no advice.");

    /// <summary>What the whole says.</summary>
    public static Words ReasonOf(ClustersTrust trust) => trust.Result.RandomCount == 0
        ? Nothing
        : Words.Join(OpeningOf(trust), Blocks(trust.BlockCount), InNone(trust.InNone.Length), Repeating(trust.OnlyRepeatingCount), MethodOf(trust), trust.AdviceCount == 0 ? NoAdvice : null);

    /// <summary>Whether there are clusters, in one sentence; where there are none, how near the strongest came.</summary>
    public static Words OpeningOf(ClustersTrust trust) => trust.Result.RandomCount == 0 ? Nothing : trust.ClusterCount == 0
        ? new Words("Er zijn hier geen duidelijke clusters.", "There are no clear clusters here.") + Nearest(trust.Result.Nearest)
        : Phrasing.ByNumber(
            trust.ClusterCount,
            new("1 groep hangt sterker samen dan bij toeval.", "1 group hangs together more than chance would give."),
            new($"{Phrasing.Count(trust.ClusterCount).Nl} groepen hangen sterker samen dan bij toeval.", $"{Phrasing.Count(trust.ClusterCount).En} groups hang together more than chance would give."));

    /// <summary>What chance is here, and what a second test says.</summary>
    public static Words MethodOf(ClustersTrust trust)
    {
        var (random, floor) = (Phrasing.Count(trust.Result.RandomCount), Phrasing.Count(trust.Result.RandomCount + 1));
        return Words.Join(
            new($"Toeval: {random.Nl} netwerken waarin ieder evenveel contacten en gedeelde plekken houdt, maar met wie is geloot; een kans onder 1 op {floor.Nl} is geschat uit hoe ver die netwerken uiteenlopen.",
                $"Chance: {random.En} networks in which all keep as many ties and shared places, with whom being drawn by lot; a chance below 1 in {floor.En} is estimated from how far those networks differ."),
            trust.Result.DescriptionLength is { Saved: <= 0 } && trust.ClusterCount > 0
                ? new("Een tweede toets is het daar niet mee eens: zonder deze groepen zijn de contacten korter te beschrijven.", "A second test disagrees: without these groups the ties can be described in less.")
                : null);
    }

    /// <summary>What would let clusters show, or make advice of them.</summary>
    /// <param name="asked">The pairs that were asked.</param>
    /// <param name="fewTies">Of how many of those who are active at most <paramref name="few"/> ties are known.</param>
    /// <param name="few">What counts as few ties.</param>
    /// <param name="bringerCount">Sources and respondents.</param>
    public static IEnumerable<Words> WouldHelpOf(Coverage asked, Coverage fewTies, int few, int bringerCount)
    {
        if (asked.Known < asked.Total)
        {
            var (known, total) = (Phrasing.Count(asked.Known), Phrasing.Count(asked.Total));
            yield return new(
                $"Vraag wie met wie samenwerkt. Nu is dat van {known.Nl} van de {total.Nl} paren gevraagd; begin bij wie elkaar al tegenkomt.",
                $"Ask who collaborates with whom. So far {known.En} of {total.En} pairs were asked; begin with those who meet already.");
        }

        if (fewTies.Known > 0)
        {
            var (known, total) = (Phrasing.Count(fewTies.Known), Phrasing.Count(fewTies.Total));
            yield return new(
                $"Vraag door naar meer contacten. Van {known.Nl} van de {total.Nl} organisaties en initiatieven kennen we er hoogstens {few}; dan is meestal niet te toetsen bij wie iemand hoort.",
                $"Ask on for more ties. Of {known.En} of {total.En} organisations and initiatives we know {few} at most; then it can mostly not be tested with whom somebody belongs.");
        }

        if (bringerCount < ClusterSources.FewestToJudge)
        {
            var count = Phrasing.Count(bringerCount, new("bron of antwoorder", "source or respondent"), new("bronnen en antwoorders", "sources and respondents"));
            yield return new(
                $"Vraag het aan meer mensen. Wat we nu weten, komt van {count.Nl}; pas vanaf vijf is te beoordelen hoe stevig een groep is.",
                $"Ask more people. What is known now comes from {count.En}; only from five on can it be judged how firm a group is.");
        }
    }

    /// <summary>What one cluster says.</summary>
    public static Words ReasonOf(TrustedCluster found) => found.IsBlock
        ? Words.Join(BelongOf(found, isNamed: true), Inside, RuleOf(found))
        : Words.Join(BelongOf(found, isNamed: true), RuleOf(found), ChanceOf(found), StabilityOf(found), ClustersWords.Known(found.Cluster), CautionOf(found));

    /// <summary>What it is about: its rule or, where nothing describes it, the first of its members.</summary>
    public static Words TitleOf(TrustedCluster found) => found.Rule is { } rule
        ? Phrasing.Begin(Told(found, rule))
        : ClustersWords.NamesOf(found.Cluster.View, found.Cluster.Members, NamesInTitle);

    /// <summary>That its members belong together, and how surely; by name where they are not listed beside it.</summary>
    public static Words BelongOf(TrustedCluster found, bool isNamed)
    {
        var count = Phrasing.Count(found.Cluster.Members.Length);
        var said = found.IsBlock
            ? new Words($"Deze {count.Nl} staan los van de rest", $"These {count.En} stand apart from the rest")
            : new Words($"Deze {count.Nl} {Verb(found).Nl}", $"These {count.En} {Verb(found).En}");
        return said + (isNamed ? Phrasing.End(": " + ClustersWords.NamesOf(found.Cluster.View, found.Cluster.Members)) : ".");
    }

    /// <summary>Against which chance it stands; of a block, that nothing inside does.</summary>
    public static Words ChanceOf(TrustedCluster found)
    {
        if (found.IsBlock) return Inside;
        var standing = found.Group.Standing;
        var (score, mean, percentile) = (Phrasing.Decimal(standing.Score, 1), Phrasing.Decimal(standing.ChanceMean, 1), Phrasing.Percent(standing.Percentile));
        return new(
            $"Hun samenhang ({score.Nl}) is hoger dan die van de sterkste groep van deze grootte in {percentile.Nl} van de toevallige netwerken (gemiddeld {mean.Nl}).",
            $"They hold together ({score.En}) more than the strongest group of this size in {percentile.En} of the networks made by chance (on average {mean.En}).");
    }

    /// <summary>How well it comes back when something else had been seen, and by what its members are told.</summary>
    public static Words StabilityOf(TrustedCluster found) => Words.Join(
        StabilityOf(found.Group.Stability!),
        found.Group.IsByMajority
            ? new("Per lid is dit niet te toetsen: het netwerk is daar te klein voor. Erin staat wie er minstens de helft van zijn contacten heeft.",
                "For each member it cannot be tested: the network is too small. Those are in it who have at least half of their ties there.")
            : null);

    /// <summary>Why it is no advice; null when it is.</summary>
    public static Words? CautionOf(TrustedCluster found)
    {
        var cluster = found.Cluster;
        Words?[] said =
        [
            cluster.Repeats.IsEmpty ? null : ClustersWords.Repeats(cluster),
            cluster.CouldBeAdvice || !cluster.Repeats.IsEmpty || found.IsBlock ? null : ClustersWords.Question,
            found.Label == StabilityLabel.Unsure && !found.IsBlock ? new("Dat is te wisselend voor een advies.", "That changes too much for advice.") : null,
        ];
        return said.OfType<Words>().Any() ? Words.Join(said) : null;
    }

    /// <summary>What to do with it.</summary>
    public static Words NextStepOf(TrustedCluster found) => found switch
    {
        { IsAdvice: true } => new("Leg deze groep aan de leden voor: herkennen zij zich, en wie ontbreekt?", "Put this group before its members: do they recognise it, and who is missing?"),
        { IsBlock: true } => new("Vraag hun wie met wie samenwerkt; dan kan blijken of er groepen in zitten.", "Ask them who collaborates with whom; then it can show whether there are groups inside."),
        { Cluster.Repeats.IsEmpty: false } => new("Dat zij dit delen, was al bekend. Vraag hun of er meer is wat hen bindt.", "That they share this was known already. Ask them whether more ties them together."),
        { Cluster.TieCount: 0 } => new("Vraag hun of zij elkaar kennen, voor u hier iets op bouwt.", "Ask them whether they know each other, before you build on it."),
        _ => new("Vraag meer mensen wie met wie samenwerkt; dan blijkt of deze groep blijft.", "Ask more people who collaborates with whom; then it shows whether this group stays."),
    };

    /// <summary>How sure it is, in a few words.</summary>
    public static Words NameOf(StabilityLabel label) => label switch
    {
        StabilityLabel.Core => new("hoort bij elkaar", "belongs together"),
        StabilityLabel.Likely => new("lijkt bij elkaar te horen", "seems to belong together"),
        _ => new("te wisselend voor advies", "changes too much for advice"),
    };

    private static Words Verb(TrustedCluster found) => found.Label switch
    {
        StabilityLabel.Core => new("horen bij elkaar", "belong together"),
        StabilityLabel.Likely => new("lijken bij elkaar te horen", "seem to belong together"),
        _ => new("hangen nu samen", "hang together now"),
    };

    /// <summary>What tells its members from the others, with its hits; or that nothing does.</summary>
    public static Words RuleOf(TrustedCluster found)
    {
        if (found.Rule is not { } rule) return new("Wat zij gemeen hebben, is niet te beschrijven met wat we weten.", "They cannot be described from what we know.");
        var told = Told(found, rule);
        var (hits, members, others, rest) = (Phrasing.Count(rule.HitCount), Phrasing.Count(rule.MemberCount), Phrasing.Count(rule.OtherHitCount), Phrasing.Count(rule.OtherCount));
        return new(
            $"{Phrasing.Begin(told).Nl}: dat geldt voor {hits.Nl} van de {members.Nl} leden en voor {others.Nl} van de {rest.Nl} anderen.",
            $"{Phrasing.Begin(told).En}: fits {hits.En} of {members.En} members and {others.En} of {rest.En} others.");
    }

    private static Words Told(TrustedCluster found, ClusterRule rule)
    {
        var traits = rule.Traits.Select(trait => Told(trait.Kind, ClustersWords.NameOf(found.Cluster, trait))).ToArray();
        return new(string.Join(" en ", traits.Select(trait => trait.Nl)), string.Join(" and ", traits.Select(trait => trait.En)));
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
        : one.Percentile >= 1 - TrustParameters.Level
        ? new Words($" De sterkste groep hangt sterker samen dan die van dezelfde grootte in {Phrasing.Percent(one.Percentile).Nl} van de toevallige netwerken; bij zoveel groepen tegelijk kan toeval er ook zo een geven.",
            $" The strongest group hangs together more than those of its size in {Phrasing.Percent(one.Percentile).En} of the networks made by chance; of so many groups at once chance can give one like that too.")
        : new Words($" De sterkste groep hangt sterker samen dan die van dezelfde grootte in {Phrasing.Percent(one.Percentile).Nl} van de toevallige netwerken; dat is te weinig.",
            $" The strongest group hangs together more than those of its size in {Phrasing.Percent(one.Percentile).En} of the networks made by chance; that is too little.");

    private static Words? Blocks(int count) => count == 0 ? null : Phrasing.ByNumber(
        count,
        new("1 blok staat alleen los van de rest en heeft van binnen geen clusters: geen advies.", "1 block only stands apart from the rest and has no clusters inside: no advice."),
        new($"{Phrasing.Count(count).Nl} blokken staan alleen los van de rest en hebben van binnen geen clusters: geen advies.",
            $"{Phrasing.Count(count).En} blocks only stand apart from the rest and have no clusters inside: no advice."));

    private static Words? Repeating(int count) => count == 0 ? null : Phrasing.ByNumber(
        count,
        new("1 staat alleen in een groep die iets herhaalt wat al bekend is.", "1 stands only in a group that repeats what is known already."),
        new($"{Phrasing.Count(count).Nl} staan alleen in groepen die iets herhalen wat al bekend is.", $"{Phrasing.Count(count).En} stand only in groups that repeat what is known already."));

    /// <summary>How many stand alone, as far as is known; null when none do.</summary>
    public static Words? AloneOf(int count) => count == 0 ? null : Phrasing.Count(
        count,
        new("organisatie of initiatief staat, voor zover we weten, los: we kennen er geen contact of gedeelde plek van.",
            "organisation or initiative stands apart, as far as we know: no tie or shared place of it is known."),
        new("organisaties en initiatieven staan, voor zover we weten, los: we kennen er geen contact of gedeelde plek van.",
            "organisations and initiatives stand apart, as far as we know: no tie or shared place of them is known."));

    /// <summary>Over which resolutions the clusters are the same.</summary>
    public static Words ResolutionOf(Resolutions range)
    {
        var (lowest, highest) = (Phrasing.Decimal(range.Lowest, 2), Phrasing.Decimal(range.Highest, 2));
        return new(
            $"Hoe fijn we kijken, maakt weinig uit tussen resolutie {lowest.Nl} en {highest.Nl}: dat is het breedste bereik met dezelfde groepen.",
            $"How finely we look matters little between resolution {lowest.En} and {highest.En}: that is the widest range with the same groups.");
    }

    /// <summary>How many with ties are in no cluster and no block; null when none are.</summary>
    public static Words? InNone(int count) => count == 0 ? null : Phrasing.ByNumber(
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
        if (value.RandomCount < 2 * said || value.RandomCount < Math.Min(10, value.MostRandomCount / 10)) return;
        said = value.RandomCount;
        var (count, most) = (Phrasing.Count(value.RandomCount), Phrasing.Count(value.MostRandomCount));
        lines.Report(new($"vergelijken met toeval: {count.Nl} van hooguit {most.Nl} netwerken", $"comparing with chance: {count.En} of at most {most.En} networks"));
    }
}
