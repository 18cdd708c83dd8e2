using Wijk.Graph.Analysis.Paths;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Ways;

/// <summary>Finds who can introduce initiatives to somebody who pays or decides; for several of one view.</summary>
internal sealed class InitiativeWaysFinder
{
    private readonly GraphView view;
    private readonly Introductions introductions;
    private readonly RankedPaths paths;
    private readonly Neighbours neighbours;
    private readonly CollaborationTies ties;

    public InitiativeWaysFinder(GraphView view)
    {
        (this.view, introductions, ties) = (view, new(view.Graph), CollaborationTies.Of(view));
        paths = new(introductions.Nodes, introductions.StepsFrom, introductions.Deciders);
        neighbours = new(view, introductions);
    }

    /// <summary>Whether any way leads from an initiative to somebody who pays or decides.</summary>
    public bool Leads(int initiative) => paths.Leads(initiative);

    /// <summary>The ways of an initiative.</summary>
    public InitiativeWays Of(int initiative, CancellationToken cancellationToken) => new()
    {
        View = view,
        Initiative = initiative,
        IsAlone = LoneInitiatives.Among(view, [initiative], level: 1).Any(),
        WasAsked = ties.Of(initiative).Any(tie => tie.IsAsked),
        Ways = [.. paths.From(initiative, WaysQuestion.MostWays, cancellationToken).Select(Way)],
        ToAsk = neighbours.Of(initiative),
    };

    private Way Way(RankedPath path) => new(
        path.Nodes,
        [.. path.Nodes.Zip(path.Nodes.Skip(1), (from, to) => introductions.Between(from, to).Relation)],
        (int)path.Length);
}
