using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>Finds names that are nearly the same. They may be one or two: people decide, so such names are reported and never merged.</summary>
public static class NearDuplicates
{
    // Of a source of many thousands the first are enough to see what is going on.
    private const int MostTypos = 200;

    private static readonly HashSet<NodeKind> Kinds = [NodeKind.Agency, NodeKind.Initiative, NodeKind.TargetGroup, NodeKind.Domain, NodeKind.Area];

    /// <summary>
    /// A warning for each name that differs from an earlier one of its kind only in case, accents, blanks, punctuation, a legal form such as "Stichting" or one letter;
    /// and for postal codes that are written in two ways.
    /// </summary>
    /// <param name="nodes">The nodes of an import.</param>
    public static IEnumerable<RowRemark> Of(IEnumerable<Mapped<Node>> nodes)
    {
        foreach (var kind in nodes.Where(node => Kinds.Contains(node.Record.Kind) && NearNames.HasName(node.Record)).GroupBy(node => node.Record.Kind))
        {
            var firsts = new Dictionary<string, Mapped<Node>>();
            foreach (var node in kind)
            {
                var core = NearNames.CoreOf(node.Record);
                if (core.Length == 0 || firsts.TryAdd(core, node)) continue;
                if (IsWorthTelling(firsts[core].Record, node.Record)) yield return Remark(kind.Key, node, firsts[core], byLetter: false);
            }

            foreach (var (node, first) in Typos(firsts).Take(MostTypos)) yield return Remark(kind.Key, node, first, byLetter: true);
        }
    }

    // Two groups or subjects of the very same name stand in different places of their trees.
    private static bool IsWorthTelling(Node one, Node other) => (one.Kind is NodeKind.Agency or NodeKind.Initiative || one.Name != other.Name) && !NearNames.AreKnownApart(one, other);

    private static IEnumerable<(Mapped<Node> Node, Mapped<Node> First)> Typos(Dictionary<string, Mapped<Node>> firsts)
    {
        var search = new OneLetterSearch();
        foreach (var (core, node) in firsts)
        {
            if (search.NearTo(core).FirstOrDefault(other => !NearNames.AreKnownApart(firsts[other].Record, node.Record)) is { } near) yield return (node, firsts[near]);
        }
    }

    private static RowRemark Remark(NodeKind kind, Mapped<Node> node, Mapped<Node> first, bool byLetter)
    {
        var label = Vocabulary.Of(kind).Label;
        var letter = byLetter ? new Words("één letter anders dan", "one letter different from") : new Words("bijna gelijk aan", "nearly the same as");
        return new(node.Place, node.Record.Name, new(
            $"deze naam is {letter.Nl} '{first.Record.Name}' ({first.Place.Label.Nl}); ze blijven allebei staan. Is het één {label.Nl}, schrijf de naam dan gelijk.",
            $"this name is {letter.En} '{first.Record.Name}' ({first.Place}); both are kept. If they are one {label.En}, write the name the same way."));
    }
}
