using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Defragment;

/// <summary>Which names of residents' initiatives several have: those are called after who pays for them, their own name being hidden.</summary>
internal sealed class InitiativeNames
{
    private readonly HashSet<string> shared;

    private InitiativeNames(GraphView view) => shared =
        [.. view.Graph.NumbersOf(NodeKind.Initiative).CountBy(initiative => view.Graph.Node(initiative).Name).Where(name => name.Value > 1).Select(name => name.Key)];

    /// <summary>The names of a view; read once.</summary>
    public static InitiativeNames Of(GraphView view) => view.Index(static view => new InitiativeNames(view));

    /// <summary>Whether more than one initiative is called so.</summary>
    public bool IsShared(string name) => shared.Contains(name);
}
