using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Neo4j.ForeignEdits;

/// <summary>The key that a node gets when it is taken over.</summary>
/// <param name="Key">The key; null when it can have none.</param>
/// <param name="Why">Why it can have none, with what to do; null when it can.</param>
internal readonly record struct NewKey(string? Key, Words? Why)
{
    /// <summary>Its own key, or one made of its kind, a namespace and its name.</summary>
    public static NewKey Of(Examined node, string? ns)
    {
        if (node.NodeKinds is not [var kind])
        {
            return No(new(
                $"De labels '{node.Kind}' noemen meer dan één soort knoop; houd er één.", $"The labels '{node.Kind}' name more than one kind of node; keep one."));
        }

        if (node.Read.Key is { } own)
        {
            return Keys.IsOf(own, kind.KeyPrefix) ? new(own, null) : No(new(
                $"'{own}' is geen sleutel van {kind.Name}; schrijf {kind.KeyPrefix}:naamruimte:id, of haal key weg.",
                $"'{own}' is not a key of {kind.Name}; write {kind.KeyPrefix}:namespace:id, or remove key."));
        }

        // A key is for everybody to see, and the name of a professional is not.
        if (kind.NameAttribute is not { } naming || kind.Attribute(naming) is { IsPersonal: true })
        {
            return No(new(
                $"Een {kind.Name} krijgt geen sleutel van zijn naam; geef hem in Neo4j een key, {kind.KeyPrefix}:naamruimte:id.",
                $"A {kind.Name} gets no key from its name; give it a key in Neo4j, {kind.KeyPrefix}:namespace:id."));
        }

        if (node.Read.Attributes.Text(naming) is not { } name || string.IsNullOrWhiteSpace(name))
            return No(new($"Er is geen {naming} om een sleutel van te maken; vul die in.", $"There is no {naming} to make a key of; fill it in."));
        return string.IsNullOrWhiteSpace(ns)
            ? No(new("Een nieuwe sleutel heeft een naamruimte nodig; noem die met --namespace.", "A new key needs a namespace; name it with --namespace."))
            : new(Keys.Of(kind.Kind, ns, name), null);
    }

    private static NewKey No(Words why) => new(null, why);
}
