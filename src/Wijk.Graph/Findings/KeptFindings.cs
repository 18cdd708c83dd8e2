using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings;

/// <summary>What answers found and somebody kept as a record: acknowledged, disputed, resolved. It stands beside what is found from then on.</summary>
public sealed class KeptFindings
{
    private const int VoicesShown = 3;

    private readonly GraphView view;
    private readonly ILookup<string, int> byKey;

    private KeptFindings(GraphView view)
    {
        this.view = view;
        byKey = view.Graph.NumbersOf(NodeKind.Finding).Concat(view.Graph.NumbersOf(NodeKind.Suggestion))
            .Select(node => (Node: node, Key: view.Graph.Node(node).Attributes.Text("answerKey")))
            .Where(kept => kept.Key is not null)
            .ToLookup(kept => kept.Key!, kept => kept.Node, StringComparer.Ordinal);
    }

    /// <summary>What was kept in a view; read once.</summary>
    public static KeptFindings Of(GraphView view) => view.Index(static view => new KeptFindings(view));

    /// <summary>The records in which something that was found is kept, by key; usually none or one.</summary>
    /// <param name="answerKey">The key of what was found; see <see cref="AnswerKeys"/>.</param>
    public ImmutableArray<int> Records(string answerKey) => [.. byKey[answerKey]];

    /// <summary>What stands beside something that was found: each record of it with what became of it, then what is said against it.</summary>
    /// <param name="answerKey">Its key.</param>
    public IEnumerable<Words> NotesOf(string answerKey) => byKey[answerKey].Select(NoteOf).Append(DisputeOf(answerKey)).OfType<Words>();

    /// <summary>What is said against something that was found; null when nobody disputes it.</summary>
    /// <param name="answerKey">Its key.</param>
    public Words? DisputeOf(string answerKey)
    {
        var voices = byKey[answerKey]
            .SelectMany(record => view.Graph.Incoming(RelationKind.Disputes).Relations(record).ToArray())
            .Select(dispute => (Who: NameOf(view.Graph.From(dispute)), Text: view.Graph.Relation(dispute).Attributes.Text("text")))
            .ToArray();
        if (voices.Length > 0)
        {
            Words[] said = [.. voices.Select(voice => voice.Who + (voice.Text is { } text ? $" (“{text}”)" : ""))];
            return new Words("Betwist door ", "Disputed by ") + Phrasing.List(said, VoicesShown) + ".";
        }

        return byKey[answerKey].Any(record => view.Graph.Node(record).Attributes.Text("state") == "disputed")
            ? new("Dit wordt betwist; door wie is niet vastgelegd.", "This is disputed; by whom is not on record.")
            : null;
    }

    private Words NoteOf(int record)
    {
        var (node, state) = (view.Graph.Node(record), view.Graph.Node(record).Attributes.Text("state"));
        var label = state is null ? new Words("", "") : " (" + Vocabulary.Of(node.Kind).Attribute("state")!.LabelOf(state) + ")";
        return new Words("Vastgelegd", "On record") + label + $": “{node.Name}”";
    }

    // Never the name of a person.
    private Words NameOf(int node) => view.Graph.Node(node) is { Kind: NodeKind.Professional } person
        ? new Words($"een professional ({person.Attributes.Text("role")})", $"a professional ({person.Attributes.Text("role")})")
        : view.Graph.Node(node).Name;
}
