using System.Text;
using System.Text.RegularExpressions;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import;

/// <summary>Finds agencies whose names are nearly the same. They may be one or two: people decide, so such names are reported and never merged.</summary>
public static partial class NearDuplicates
{
    /// <summary>A warning for each agency whose name differs from an earlier one only in case, blanks, punctuation or a legal form such as "Stichting".</summary>
    /// <param name="nodes">The nodes of an import; only agencies are compared.</param>
    public static IEnumerable<RowRemark> Of(IEnumerable<Mapped<Node>> nodes)
    {
        var agencies = nodes.Where(node => node.Record.Kind == NodeKind.Agency && node.Record.Attributes.Text("name") is not null);
        foreach (var group in agencies.GroupBy(node => Core(node.Record.Name)).Where(group => group.Key.Length > 0))
        {
            var first = group.First();
            foreach (var other in group.Skip(1))
            {
                yield return new(other.Place, other.Record.Name, new(
                    $"deze naam lijkt sterk op '{first.Record.Name}' ({first.Place.Label.Nl}); ze blijven allebei staan. Is het één organisatie, schrijf de naam dan gelijk.",
                    $"this name is nearly the same as '{first.Record.Name}' ({first.Place}); both are kept. If they are one organisation, write the name the same way."));
            }
        }
    }

    /// <summary>What is left of a name without case, legal forms, blanks and punctuation.</summary>
    public static string Core(string name)
    {
        var core = new StringBuilder();
        foreach (var letter in LegalForm().Replace(name, " "))
        {
            if (char.IsLetterOrDigit(letter)) core.Append(char.ToUpperInvariant(letter));
        }

        return core.ToString();
    }

    [GeneratedRegex(@"(?<![\p{L}\d])(stichting|vereniging|st\.|ver\.|coöperatie|b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|inc\.?|llc|ltd\.?)(?![\p{L}\d])", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LegalForm();
}
