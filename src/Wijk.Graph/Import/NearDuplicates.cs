using System.Text;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>Finds names that are nearly the same. They may be one or two: people decide, so such names are reported and never merged.</summary>
/// <remarks>
/// Names that differ in one letter are found by their deletions, as in symmetric-delete spelling correction: two such names share a form with at most one letter
/// left out. So the time grows with the number of names, not with that of pairs.
/// </remarks>
public static partial class NearDuplicates
{
    // One letter of a shorter name makes another name: Oost and West are not, but Noord and Moord could be.
    private const int ShortestWithTypo = 6;

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
        foreach (var kind in nodes.Where(node => Kinds.Contains(node.Record.Kind) && HasName(node.Record)).GroupBy(node => node.Record.Kind))
        {
            var firsts = new Dictionary<string, Mapped<Node>>();
            foreach (var node in kind)
            {
                var core = CoreOf(node.Record);
                if (core.Length == 0 || firsts.TryAdd(core, node)) continue;
                if (IsWorthTelling(firsts[core].Record, node.Record)) yield return Remark(kind.Key, node, firsts[core], byLetter: false);
            }

            foreach (var (node, first) in Typos(firsts).Take(MostTypos)) yield return Remark(kind.Key, node, first, byLetter: true);
        }
    }

    /// <summary>What is left of a name without case, accents, legal forms, blanks and punctuation.</summary>
    public static string Core(string name)
    {
        var core = new StringBuilder();
        foreach (var letter in TextFolding.Fold(LegalForm().Replace(name, " ")))
        {
            if (char.IsLetterOrDigit(letter)) core.Append(char.ToUpperInvariant(letter));
        }

        return core.ToString();
    }

    private static bool HasName(Node node) => Vocabulary.Of(node.Kind).NameAttribute is { } name && node.Attributes.Text(name) is not null;

    // A postal code of five digits with four more is part of that of five.
    private static string CoreOf(Node node) =>
        node.Kind == NodeKind.Area && node.Attributes.Text("level") == "postcode" && PlusFour().Match(node.Name) is { Success: true } zip ? zip.Groups[1].Value : Core(node.Name);

    // Two groups or subjects of the very same name stand in different places of their trees.
    private static bool IsWorthTelling(Node one, Node other) => (one.Kind is NodeKind.Agency or NodeKind.Initiative || one.Name != other.Name) && !AreKnownApart(one, other);

    // Two areas with codes of their own are two, and so are those of two editions, however alike their names.
    private static bool AreKnownApart(Node one, Node other)
    {
        if (one.Kind != NodeKind.Area || one.Attributes.Text("level") == "postcode") return false;
        return Differ("edition") || Differ("level") || Differ("code");

        bool Differ(string name) => one.Attributes.TextOf(name) is { } left && other.Attributes.TextOf(name) is { } right && Core(left) != Core(right);
    }

    private static IEnumerable<(Mapped<Node> Node, Mapped<Node> First)> Typos(Dictionary<string, Mapped<Node>> firsts)
    {
        var byForm = new Dictionary<string, List<string>>();
        foreach (var (core, node) in firsts)
        {
            if (core.Length < ShortestWithTypo || core.All(char.IsDigit)) continue;
            string? near = null;
            foreach (var form in Enumerable.Range(0, core.Length).Select(at => core.Remove(at, 1)).Prepend(core).Distinct())
            {
                if (!byForm.TryGetValue(form, out var others)) byForm.Add(form, others = []);
                near ??= others.FirstOrDefault(other => IsOneLetterOff(core, other) && !AreKnownApart(firsts[other].Record, node.Record));
                others.Add(core);
            }

            if (near is not null) yield return (node, firsts[near]);
        }
    }

    // One letter more, less or other, or two that changed places; a digit makes another name.
    private static bool IsOneLetterOff(string one, string other)
    {
        if (one.Length < other.Length) (one, other) = (other, one);
        if (one.Length - other.Length > 1) return false;
        var at = one.AsSpan().CommonPrefixLength(other);
        if (one.Length != other.Length) return !char.IsDigit(one[at]) && one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at));
        if (char.IsDigit(one[at]) || char.IsDigit(other[at])) return false;
        if (one.AsSpan(at + 1).SequenceEqual(other.AsSpan(at + 1))) return true;
        return at + 1 < one.Length && one[at] == other[at + 1] && one[at + 1] == other[at] && one.AsSpan(at + 2).SequenceEqual(other.AsSpan(at + 2));
    }

    private static RowRemark Remark(NodeKind kind, Mapped<Node> node, Mapped<Node> first, bool byLetter)
    {
        var label = Vocabulary.Of(kind).Label;
        var letter = byLetter ? new Words("één letter anders dan", "one letter different from") : new Words("bijna gelijk aan", "nearly the same as");
        return new(node.Place, node.Record.Name, new(
            $"deze naam is {letter.Nl} '{first.Record.Name}' ({first.Place.Label.Nl}); ze blijven allebei staan. Is het één {label.Nl}, schrijf de naam dan gelijk.",
            $"this name is {letter.En} '{first.Record.Name}' ({first.Place}); both are kept. If they are one {label.En}, write the name the same way."));
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(stichting|vereniging|st\.|ver\.|coöperatie|b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|inc\.?|llc|ltd\.?)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"^\s*(\d{5})(?:-\d{4})?\s*$")]
    private static partial Regex PlusFour();
}
