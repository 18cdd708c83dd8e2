using Wijk.Graph.Findings.Activities;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Collaboration;

/// <summary>Which initiatives stand alone, as far as is known.</summary>
internal static class LoneInitiatives
{
    /// <summary>Those of some actors that have no tie at a level or above and nobody who supports them, ascending.</summary>
    /// <remarks>A tie with somebody from elsewhere is a tie as well: who has one does not stand alone.</remarks>
    public static IEnumerable<int> Of(GraphView view, ActiveActors actors, int level) => Among(view, actors.Initiatives, level);

    /// <summary>The same of some initiatives.</summary>
    public static IEnumerable<int> Among(GraphView view, IEnumerable<int> initiatives, int level)
    {
        var ties = CollaborationTies.Of(view);
        return initiatives.Where(initiative =>
            ties.Of(initiative).All(tie => tie.Level < level) && view.Graph.Incoming(RelationKind.Supports).Degree(initiative) == 0);
    }
}
