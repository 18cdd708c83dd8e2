using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Wijk.Graph.Model;

/// <summary>What two ways of writing one name have in common.</summary>
public static partial class NearNames
{
    /// <summary>The kinds of which two nodes may be one: things with a name; never people, nor what somebody said or did.</summary>
    public static ImmutableArray<NodeKind> Kinds { get; } =
        [NodeKind.Agency, NodeKind.Initiative, NodeKind.Measure, NodeKind.TargetGroup, NodeKind.Domain, NodeKind.Area, NodeKind.Trajectory, NodeKind.Document];

    private const string Postcode = "postcode";

    /// <summary>What is left of a name without case, accents, legal forms, blanks and punctuation; empty when nothing is.</summary>
    public static string Core(string name)
    {
        var core = new StringBuilder();
        foreach (var letter in TextFolding.Fold(LegalForm().Replace(name, " ")))
        {
            if (char.IsLetterOrDigit(letter)) core.Append(char.ToUpperInvariant(letter));
        }

        return core.ToString();
    }

    /// <summary>The same of the name of a node; empty when it has none.</summary>
    /// <remarks>A postal code of five digits with four more is part of that of five.</remarks>
    public static string CoreOf(Node node)
    {
        if (!HasName(node)) return "";
        return node.Kind == NodeKind.Area && node.Attributes.Text("level") == Postcode && PlusFour().Match(node.Name) is { Success: true } zip ? zip.Groups[1].Value : Core(node.Name);
    }

    /// <summary>Whether a node has a name of its own, and not only a key.</summary>
    public static bool HasName(Node node) => Vocabulary.Of(node.Kind).NameAttribute is { } name && node.Attributes.Text(name) is not null;

    /// <summary>Whether two areas are two, however alike their names: each has a code of its own, or they are of two editions or levels.</summary>
    public static bool AreKnownApart(Node one, Node other)
    {
        if (one.Kind != NodeKind.Area || one.Attributes.Text("level") == Postcode) return false;
        return Differ("edition") || Differ("level") || Differ("code");

        bool Differ(string name) => one.Attributes.TextOf(name) is { } left && other.Attributes.TextOf(name) is { } right && Core(left) != Core(right);
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(stichting|vereniging|st\.|ver\.|coöperatie|b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|inc\.?|llc|ltd\.?)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm();

    [GeneratedRegex(@"^\s*(\d{5})(?:-\d{4})?\s*$")]
    private static partial Regex PlusFour();
}
