using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Template;

/// <summary>Finds what the ids in a filled-in template stand for.</summary>
/// <param name="ns">The namespace of the template.</param>
/// <param name="ids">The ids in the sheet of each kind of node.</param>
internal sealed class TemplateReferences(string ns, IReadOnlyDictionary<NodeKind, IReadOnlySet<string>> ids)
{
    /// <summary>The key that a reference stands for: an id, <c>Kind:id</c>, or the key of something in the graph.</summary>
    /// <param name="column">The column it is in.</param>
    /// <param name="written">The reference.</param>
    /// <param name="allowed">The kinds it may refer to.</param>
    /// <param name="records">Where it notes what another row must make.</param>
    /// <exception cref="RowRefusedException">It refers to nothing, or to something of another kind.</exception>
    public string KeyOf(string column, string written, IReadOnlyList<NodeKind> allowed, RowRecords records)
    {
        var colon = written.IndexOf(':', StringComparison.Ordinal);
        var named = colon > 0 ? Vocabulary.FindNode(written.AsSpan(0, colon)) : null;
        if (named is not null && !allowed.Contains(named.Kind))
        {
            throw new RowRefusedException(written, new Words(
                $"{column} kan niet van de soort {named.Name} zijn; kies ", $"{column} cannot be of kind {named.Name}; it may be ")
                + Words.AnyOf(allowed.Select(kind => kind.ToString())) + ".");
        }

        // A key in full refers to what is in the graph, which the import looks up before it writes.
        if (named is not null && Keys.NodeKindOf(written) is not null) return written;
        if (named is null && allowed.Count != 1)
        {
            throw new RowRefusedException(written, new Words(
                $"{column} kan van meer soorten zijn, schrijf daarom ", $"{column} may be of several kinds, so write ")
                + Words.AnyOf(allowed.Select(kind => $"{kind}:{written}")) + ".");
        }

        var (kind, id) = named is null ? (allowed[0], written) : (named.Kind, Keys.Fold(written[(colon + 1)..]));
        if (!ids.TryGetValue(kind, out var known) || !known.Contains(id))
        {
            throw new RowRefusedException(written, new Words(
                $"{column}: er is geen rij met id '{id}' in het blad {kind}; voeg die daar toe of verbeter het id.",
                $"{column}: there is no row with id '{id}' in the sheet {kind}; add it there or correct the id.")
                + NearestName.Hint(id, known ?? new HashSet<string>()));
        }

        var key = Keys.Of(kind, ns, id);
        records.References.Add((key, written));
        return key;
    }
}
