using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Overlap;

/// <summary>One target group, one activity or both in one area where two or more agencies are active. Nodes are numbers in the graph of its view.</summary>
public sealed class OverlapCell
{
    private readonly CellOverlap overlap;

    private readonly NestedPairs nested;
    private readonly Lazy<CellDetails> details;

    internal OverlapCell(GraphView view, OverlapQuestion question, CellOverlap overlap, NestedPairs nested, Func<CellDetails> details) =>
        (View, Question, this.overlap, this.nested, this.details) = (view, question, overlap, nested, new(details));

    /// <summary>What it was read from.</summary>
    public GraphView View { get; }

    /// <summary>The question that it is found by: its lens and levels make it what it is.</summary>
    public OverlapQuestion Question { get; }

    /// <summary>What counts as one cell.</summary>
    public OverlapLens Lens => Question.Lens;

    /// <summary>The target group, the activity or both, and the area.</summary>
    public required CellPlace Place { get; init; }

    /// <summary>Who runs a measure targeted here, with their domains.</summary>
    public ImmutableArray<CellActor> Agencies => overlap.Actors;

    /// <summary>All agencies of which any targeting in this area, or in a part of it, is known: a busy area is crowded for every group.</summary>
    public required int AgenciesInAreaCount { get; init; }

    /// <summary>Initiatives active here: they stand beside and make no pair.</summary>
    public ImmutableArray<int> Initiatives => details.Value.Initiatives;

    /// <summary>The measures targeted here that an agency runs.</summary>
    public ImmutableArray<int> Measures => details.Value.Measures;

    /// <summary>The schemes those measures are part of.</summary>
    public ImmutableArray<int> Schemes => details.Value.Schemes;

    /// <summary>The domains of those measures, catch-alls left out.</summary>
    public ImmutableArray<int> Domains => details.Value.Domains;

    /// <summary>Who pays for those measures: beside, never counted as active.</summary>
    public ImmutableArray<int> Funders => details.Value.Funders;

    /// <summary>What was granted to those measures, by currency (ISO 4217; empty when its source does not say).</summary>
    public ImmutableSortedDictionary<string, decimal> Granted => details.Value.Granted;

    /// <summary>The targetings it is made of: the evidence.</summary>
    public ImmutableArray<int> Targetings => details.Value.Targetings;

    /// <summary>Those targetings that were read from titles or otherwise inferred.</summary>
    public int InferredCount => details.Value.InferredCount;

    /// <summary>Whether words in titles decided any of them.</summary>
    public bool IsReadFromTitles => Targetings.Any(targeting => View.Graph.Node(targeting).Inference is { Words.IsEmpty: false });

    /// <summary>The rules by which any of them was inferred, without the word lists behind them that found the group.</summary>
    public IEnumerable<Words> InferenceRules => Targetings
        .Select(targeting => View.Graph.Node(targeting).Inference?.Conclusion)
        .OfType<Words>()
        .Distinct()
        .OrderBy(rule => rule.En, StringComparer.Ordinal);

    /// <summary>Those targetings of which a start or an end is not known.</summary>
    public int OpenPeriodCount => details.Value.OpenPeriodCount;

    /// <summary>What is known of coordination between all pairs of agencies here.</summary>
    public required Coordination Coordination { get; init; }

    /// <summary>Those pairs by name: whom to bring together, and whom to ask.</summary>
    public CoordinationPairs CoordinationPairs => CoordinationPairs.Among(Agencies.Select(agency => agency.Actor), CollaborationTies.Of(View));

    /// <summary>What is to be done about it, by what is known.</summary>
    public CellStanding Standing => Coordination switch
    {
        { } known when known.NotCoordinated > known.RecordedNotCoordinated => CellStanding.NotCoordinated,
        { Unknown: > 0 } or { RecordedNotCoordinated: > 0 } => CellStanding.Unasked,
        _ => CellStanding.Coordinated,
    };

    /// <summary>Whether its organisations fit round one table.</summary>
    public CellSize Size =>
        Agencies.Length > CellOrder.LargestTable || (Agencies.Length >= CellOrder.SmallestTable && 2 * Agencies.Length > AgenciesInAreaCount && AgenciesInAreaCount > CellOrder.LargestTable)
            ? CellSize.Crowd
            : Agencies.Length < CellOrder.SmallestTable ? CellSize.Pair : CellSize.Table;

    /// <summary>Who muted its group or its activity: a role or an organisation; null when nobody did.</summary>
    public string? MutedBy => Place.Subjects.Select(View.Graph.MutedBy).FirstOrDefault(by => by is not null);

    /// <summary>The list of its organisations by name, with what each does there, who pays for it, whom to ask for and when.</summary>
    public ImmutableArray<ListedAgency> List => details.Value.List.Value;

    /// <summary>That reports on some pairs differ; null when none do.</summary>
    public Words? Contradiction => CollaborationWords.Contradicting(Coordination.Contradicting);

    /// <summary>Who pays for work of most of its organisations; null when nobody is known to.</summary>
    public CommonFunder? CommonFunder => CommonFunder.Of(View.Graph, List);

    /// <summary>The largest of the grants to its measures in a currency, the relation's number; null when none has an amount in it.</summary>
    public int? LargestGrantIn(string currency) => Measures
        .SelectMany(measure => View.Graph.Incoming(RelationKind.Funds).Relations(measure).ToArray())
        .Where(grant => (View.Graph.Relation(grant).Attributes.Text("currency") ?? "") == currency && View.Graph.Relation(grant).Attributes.Number("amount") > 0)
        .OrderByDescending(grant => View.Graph.Relation(grant).Attributes.Number("amount"))
        .ThenBy(grant => grant)
        .Select(grant => (int?)grant)
        .FirstOrDefault();

    /// <summary>Barriers for this group in this area; none where the lens does not look at groups.</summary>
    public ImmutableArray<BarrierOffer> Barriers => details.Value.Barriers;

    /// <summary>How many domains the measures would be spread over if they were spread evenly.</summary>
    public double EffectiveDomainCount => overlap.EffectiveDomainCount;

    /// <summary>Pairs of agencies that cross or, in a cell of one activity, do the same. All of one cell are there on the same day.</summary>
    /// <remarks>Two cross when a measure of one and a measure of the other, both with domains, share none on the level that was asked for.</remarks>
    public long PairCount => overlap.PairCount;

    /// <summary>Those that share no domain at all; null where the cell is of one activity, so that domains are not compared.</summary>
    public long? WhollyDifferentPairCount => Lens == OverlapLens.Group ? overlap.WholePairCount : null;

    /// <summary>The domains by which the measures are compared: what their own stand for on the level that was asked for, ascending.</summary>
    internal IEnumerable<int> ComparedDomains => Agencies.SelectMany(ComparedBy).Distinct().Order();

    /// <summary>Those of one agency.</summary>
    internal static IEnumerable<int> ComparedBy(CellActor agency) => agency.Works.SelectMany(work => work.Compared).Distinct();

    /// <summary>Pairs of which one works here and the other for a wider group or in a larger area; counted apart.</summary>
    public long NestedPairCount => nested.Count;

    /// <summary>The targetings of others by which they meet somebody here from a wider group or a larger area.</summary>
    public ImmutableArray<int> WiderTargetings => details.Value.WiderTargetings.Value;

    /// <summary>All those pairs, each weighted by the share of time the two have in common, and halved for each step wider that one of them works.</summary>
    public double Severity => overlap.Severity + nested.Severity;

    /// <summary>Whether there is a pair of the cell itself; a nested pair does not make a cell overlap.</summary>
    public bool IsOverlapping => overlap.IsOverlapping;

    /// <summary>The pairs of the cell itself: those of which most pairs of measures cross first, as a share; for the number alone grows with what an agency does.</summary>
    public IEnumerable<CellPair> Pairs => overlap.Pairs();

    /// <summary>What it comes to, in a sentence or two: how many organisations and pairs, and whether they coordinate; for below its <see cref="Title"/>.</summary>
    public Words Summary => OverlapCellWords.SummaryOf(this);

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => OverlapCellWords.ReasonOf(this);

    /// <summary>What to ask, and whom.</summary>
    public Words NextStep => OverlapCellWords.NextStepOf(this);

    /// <summary>Its name: "jongeren in Oost".</summary>
    public Words Title => Place.NameIn(View.Graph);
}
