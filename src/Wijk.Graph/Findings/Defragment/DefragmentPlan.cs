using System.Collections.Immutable;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Whom to bring together, about what, and what would change. Nodes are numbers in the graph of its view.</summary>
/// <remarks>The table and the links are found when they are first asked for.</remarks>
public sealed class DefragmentPlan
{
    private readonly PlanSubject subject;
    private readonly Lazy<PlannedTable> table;
    private readonly Lazy<PlannedLinks> links;

    internal DefragmentPlan(GraphView view, TableWishes wishes, PlanSubject subject)
    {
        (View, this.subject) = (view, subject);
        table = new(() => PlannedTable.Of(view, subject, wishes));
        links = new(() => PlannedLinks.Of(view, subject));
    }

    /// <summary>What it was read from.</summary>
    public GraphView View { get; }

    /// <summary>Why they are looked at together.</summary>
    public PlanOrigin Origin => subject.Origin;

    /// <summary>What it is about: "jongeren in Oost", a barrier, or the first of those who hang together.</summary>
    public Words Title => subject.Title;

    /// <summary>The agencies it is about, ascending.</summary>
    public ImmutableArray<int> Agencies => subject.Agencies;

    /// <summary>The residents' initiatives it is about, ascending.</summary>
    public ImmutableArray<int> Initiatives => subject.Initiatives;

    /// <summary>The overlaps it would resolve: cells in which two or more of them meet from different domains, what can be acted on first.</summary>
    public ImmutableArray<OverlapCell> Cells => subject.Cells;

    /// <summary>The barriers of the people and places it is about, those nobody addresses first.</summary>
    public ImmutableArray<BarrierOffer> Barriers => subject.Barriers;

    /// <summary>The measures to align: theirs in <see cref="Cells"/>, ascending.</summary>
    public IEnumerable<int> Measures => Works.Select(work => work.Measure).Distinct().Order();

    /// <summary>Who pays for those measures, and by which scheme; each is a pot that could be joined. A scheme that is not known is null.</summary>
    public IEnumerable<(int Funder, int? Scheme)> Pots => Works
        .SelectMany(work => work.Funders.SelectMany(funder => work.Schemes.Select(scheme => (int?)scheme).DefaultIfEmpty().Select(scheme => (funder, scheme)))).Distinct().Order();

    /// <summary>The domains of those measures, ascending.</summary>
    public IEnumerable<int> Domains => Cells.SelectMany(cell => cell.Agencies).Where(agency => Agencies.Contains(agency.Actor)).SelectMany(agency => agency.Domains).Distinct().Order();

    /// <summary>The initiatives among them that stand alone, as far as is known, and would no longer.</summary>
    public IEnumerable<int> LoneInitiatives => Collaboration.LoneInitiatives.Among(View, Initiatives, 1);

    /// <summary>Whom to invite.</summary>
    public PlannedTable Table => table.Value;

    /// <summary>The links to make.</summary>
    public PlannedLinks Links => links.Value;

    /// <summary>Links to give out, about as good ones to hold back, and others to compare with; drawn by a seed.</summary>
    public LinkTrial TrialOf(int seed) => LinkTrial.Of(View, subject.Members, seed);

    /// <summary>The areas it is about, ascending.</summary>
    public ImmutableArray<int> Areas => subject.Areas;

    /// <summary>The pairs it is about that nobody asked, by their numbers.</summary>
    public IEnumerable<(int A, int B)> UnaskedPairs =>
        from one in subject.Members
        from other in subject.Members
        where one < other && !CollaborationTies.Of(View).Of(one).Any(tie => tie.IsAsked && (tie.A == other || tie.B == other))
        select (one, other);

    /// <summary>The ties, targetings and mandates that it rests on, as keys.</summary>
    public IEnumerable<string> Evidence => Cells.SelectMany(cell => cell.Targetings).Distinct().Order().Select(targeting => View.Graph.Node(targeting).Key)
        .Concat(subject.Members.SelectMany(member => CollaborationTies.Of(View).Above(member).ToArray().Where(tie => subject.Members.BinarySearch(tie.B) >= 0))
            .SelectMany(tie => tie.Reports).SelectMany(report => CollaborationTies.RelationsOf(View.Graph, report)).Distinct().Order(StringComparer.Ordinal));

    /// <summary>Who know each other now, and what is added.</summary>
    public PlanNetwork Network => PlanNetwork.Of(this);

    /// <summary>How many it is about, how they meet, what is known of coordination between them, and who stands alone.</summary>
    public Words About => Words.Join(PlanWords.Subject(this), PlanWords.Lone(this));

    /// <summary>"Invite for ...: ..."; null when too few are known for a table.</summary>
    public Words? Invitation => Table.Seats.IsEmpty ? null : PlanWords.Invite(this);

    /// <summary>What this says, and what is not known of it.</summary>
    public Words Reason => PlanWords.ReasonOf(this);

    /// <summary>Whom to invite, and who can call them together.</summary>
    public Words NextStep => PlanWords.NextStepOf(this);

    /// <summary>What tells it from other plans: the key of the cell, the cluster or the barrier that it starts from.</summary>
    public string SubjectKey => subject.Key;

    private IEnumerable<ListedWork> Works => Cells.SelectMany(cell => cell.List).Where(listed => Agencies.Contains(listed.Agency)).SelectMany(listed => listed.Works);
}
