using System.Collections.Immutable;

namespace Wijk.Graph.Findings.Clusters;

/// <summary>What the figures on clusters mean.</summary>
internal static class ClustersMetrics
{
    public static ImmutableArray<Metric> All { get; } =
    [
        new("quality",
            new("Hoeveel meer gewicht binnen de groepen ligt dan bij toeval, van alle gewicht; bij cpm: hoeveel meer dan de resolutie keer het aantal paren.",
                "How much more weight lies inside the groups than chance gives, of all weight; with cpm: how much more than the resolution times the number of pairs."),
            "modularity: sum over groups of w/m - r (d/2m)^2, with w the weight inside, d the weight at its members, m all weight, r the resolution; cpm: sum over groups of w - r n(n-1)/2",
            "Newman and Girvan (2004), doi:10.1103/PhysRevE.69.026113; Traag, Van Dooren and Nesterov (2011), doi:10.1103/PhysRevE.84.016114; found by Leiden: Traag, Waltman and Van Eck (2019), doi:10.1038/s41598-019-41695-z"),
        new("tieCount", new("Bekende contacten van niveau 1 of hoger.", "Known ties of level 1 or above."), "|{pair: the lowest level reported is 1 or more}|"),
        new("aloneCount", new("Wie met niemand samenhangt, voor zover bekend.", "Who hangs together with nobody, as far as is known."), "active - members of groups of two or more"),
        new("density", new("Welk deel van de paren een contact of een gedeelde combinatie heeft.", "Pairs with a tie or a shared cell, as a share of all pairs."), "joined pairs / (n(n-1)/2)"),
        new("score",
            new("Hoe sterk een groep samenhangt: hoeveel meer gewicht erbinnen ligt dan bij toeval, in stappen van wat toeval ongeveer verschilt.",
                "How strongly a group holds together: how much more weight lies inside than chance gives, in steps of about what chance varies."),
            "(w - E)/sqrt(E), w the weight inside, E = d^2/4m"),
        new("chanceScore",
            new("De hoogste samenhang van een groep van ongeveer deze grootte in een toevallig netwerk, gemiddeld.", "The highest score of a group of about this size in a random network, on average."),
            "mean over random networks of the best score of a group of half to twice the size, found by the same call",
            "Fosdick, Larremore, Nishimura and Ugander (2018), doi:10.1137/16M1087175"),
        new("percentile",
            new("Het deel van de toevallige netwerken waarin de sterkste groep van deze grootte minder samenhangt.", "The share of random networks whose best group of similar size scores lower."),
            "|{random networks: best score < score}| / randomCount, median over the seeded runs"),
        new("q",
            new("De kans op een vals alarm onder groepen die zo sterk opvallen als deze.", "The false discovery rate among groups that stand out as much as this one."),
            "p = (1 + random networks that do as well)/(1 + randomCount), corrected over all groups; it stands at .05 or less",
            "Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x"),
        new("isByMajority",
            new("Of leden te weinig contacten hebben om elk te toetsen. Anders is ieder lid er met meer contacten dan toeval geeft.",
                "Whether members have too few ties to test each. Otherwise each has more ties there than chance gives."),
            "binomial tail of a member's ties with those that stay, times the number of groups, corrected over all members; .05 or less",
            "as OSLOM: Lancichinetti, Radicchi, Ramasco and Fortunato (2011), doi:10.1371/journal.pone.0018961"),
        new("stability",
            new("Hoe goed de groep terugkomt als bronnen en antwoorders worden weggelaten; zijn dat er minder dan vijf, dan als een tiende van de contacten anders ligt.",
                "How well the group comes back when sources and respondents are left out; with fewer than five of them, when a tenth of the ties lie otherwise."),
            "mean over resampled networks of the highest |A and B| / |A or B| with a group there",
            "Hennig (2007), doi:10.1016/j.csda.2006.11.025"),
        new("ambiguity",
            new("Hoe vaak berekeningen met een ander begin het oneens zijn over de contacten van de leden.", "How far runs with other seeds disagree on the members' ties."),
            "mean over ties by weight of 4p(1 - p), p the share of runs with both ends in one group"),
        new("bitsSaved",
            new("Een tweede toets: hoeveel korter de contacten te beschrijven zijn met deze groepen dan zonder.", "A second opinion: how much shorter the ties are described with these groups than without."),
            "description length of a degree-corrected block model with one group - with these", "Peixoto (2017), doi:10.1103/PhysRevE.95.012317"),
        new("lowestResolution",
            new("De laagste resolutie van het breedste bereik dat dezelfde groepen geeft.", "The lowest of the widest range of resolutions that gives the same groups."),
            "steps of a quarter from half to four times the usual; the same when NMI >= .95", "Arenas, Fernández and Gómez (2008), doi:10.1088/1367-2630/10/5/053039"),
        new("highestResolution", new("De hoogste van dat bereik.", "The highest of that range."), "see lowestResolution"),
        new("f1",
            new("Hoe goed een regel de leden van de anderen onderscheidt, van .7 tot 1.", "How well a rule tells the members from the others, .7 to 1."),
            "2h/(m + f), h the members it fits, m all members, f all it fits", "Van Rijsbergen (1979), Information Retrieval, ch. 7"),
    ];
}
