using GraphQLParser.AST;

namespace Wijk.GraphQL.Execution;

/// <summary>The fragments and fields of a document, held against the limits on them.</summary>
/// <remarks>
/// Validation compares all fields with one name at one place, and so in its square; and it follows fragments wherever they are used. Both are small
/// once these limits hold. Fragments that contain themselves are not followed round: validation names them.
/// </remarks>
internal sealed class DocumentShape
{
    private readonly GraphQLDocument document;
    private readonly Limits limits;
    private readonly Dictionary<string, GraphQLFragmentDefinition> fragments = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private int fieldCount;

    public DocumentShape(GraphQLDocument document, Limits limits)
    {
        (this.document, this.limits) = (document, limits);
        foreach (var fragment in document.Definitions.OfType<GraphQLFragmentDefinition>()) fragments.TryAdd(fragment.FragmentName.Name.StringValue, fragment);
    }

    /// <summary>Checks them all.</summary>
    /// <exception cref="ExplainedError">One does not hold.</exception>
    public void Check()
    {
        if (document.Definitions.OfType<GraphQLFragmentDefinition>().Count() is var count && count > limits.Fragments)
            throw LimitedDocuments.Excess("fragments", limits.Fragments, new($"De query heeft {count} fragmenten", $"The document has {count} fragments"));
        foreach (var definition in document.Definitions.OfType<IHasSelectionSetNode>())
        {
            fieldCount = 0;
            WriteOut(definition.SelectionSet, new(), chain: definition is GraphQLFragmentDefinition ? 1 : 0);
        }
    }

    private void WriteOut(GraphQLSelectionSet? set, Place place, int chain)
    {
        if (set is null) return;
        if (set.Selections.Count > limits.Selections)
            throw LimitedDocuments.Excess("selections", limits.Selections, new(
                $"Tussen twee accolades staan {set.Selections.Count} velden en fragmenten", $"{set.Selections.Count} fields and fragments stand between two braces"));
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case GraphQLField field:
                    WriteOut(field.SelectionSet, Count(field, place), chain);
                    break;
                case GraphQLInlineFragment inline:
                    WriteOut(inline.SelectionSet, place, chain);
                    break;
                case GraphQLFragmentSpread spread:
                    WriteOut(spread.FragmentName.Name.StringValue, place, chain + 1);
                    break;
            }
        }
    }

    private void WriteOut(string name, Place place, int chain)
    {
        if (!fragments.TryGetValue(name, out var fragment) || open.Contains(name)) return;
        if (chain > limits.FragmentChain)
            throw LimitedDocuments.Excess("fragmentChain", limits.FragmentChain, new("Te veel fragmenten gebruiken elkaar", "Too many fragments use one another"));
        open.Add(name);
        WriteOut(fragment.SelectionSet, place, chain);
        open.Remove(name);
    }

    private Place Count(GraphQLField field, Place place)
    {
        if (++fieldCount > limits.Fields)
            throw LimitedDocuments.Excess("fields", limits.Fields, new("De query vraagt te veel velden, fragmenten uitgeschreven", "The document asks for too many fields, fragments written out"));
        var name = (field.Alias?.Name ?? field.Name).StringValue;
        var found = place.At(name);
        if (++found.Count > limits.RepeatedFields)
            throw LimitedDocuments.Excess("repeatedFields", limits.RepeatedFields, new($"'{name}' wordt op één plaats te vaak gevraagd", $"'{name}' is asked for too often at one place"));
        return found;
    }

    // Where fields of one name come together in the answer.
    private sealed class Place
    {
        private Dictionary<string, Place>? fields;

        public int Count { get; set; }

        public Place At(string name)
        {
            fields ??= new(StringComparer.Ordinal);
            if (!fields.TryGetValue(name, out var place)) fields.Add(name, place = new());
            return place;
        }
    }
}
