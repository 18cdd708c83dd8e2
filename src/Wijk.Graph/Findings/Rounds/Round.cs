using System.Collections.Immutable;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;

namespace Wijk.Graph.Findings.Rounds;

/// <summary>A round of questions as it is recorded: whom it asked about whom, and what came back. Nodes are numbers in the graph of its view.</summary>
public sealed class Round
{
    private readonly ImmutableArray<int> answers;

    private Round(GraphView view, int inquiry, ILookup<string, int> answersOf)
    {
        (View, Inquiry) = (view, inquiry);
        answers = [.. answersOf[Key]];
        Respondents = [.. RespondentsOf().OrderBy(respondent => view.Graph.Node(respondent.Node).Name, StringComparer.OrdinalIgnoreCase).ThenBy(respondent => respondent.Node)
            .Select((respondent, place) => respondent with { Number = place + 1 })];
        Pairs = [.. answers.GroupBy(relation => PairOf(relation)).OrderBy(pair => pair.Key).Select(pair => AnsweredPair.Of(view.Graph, pair.Key.A, pair.Key.B))];
    }

    /// <summary>What it was read from.</summary>
    public GraphView View { get; }

    /// <summary>The record of it.</summary>
    public int Inquiry { get; }

    /// <summary>Its key.</summary>
    public string Key => Record.Key;

    /// <summary>What it is called.</summary>
    public string Name => Record.Name;

    /// <summary>When it was held; null when that is not known.</summary>
    public PartialDate? HeldOn => Record.Attributes.Date("date");

    /// <summary>Ties from this level up count as collaboration, 1 to <see cref="Vocabulary.HighestCollaborationLevel"/>; 1 where it does not say.</summary>
    public int Level => Record.Attributes.Integer("levelAsked") is { } level ? (int)level : 1;

    /// <summary>Whether an answer may be shown with who gave it.</summary>
    public bool MayName => Record.Attributes.IsTrue("mayName");

    /// <summary>The area it is about; null for everywhere.</summary>
    public int? Area => View.Graph.Outgoing(RelationKind.In).Neighbors(Inquiry) is [var area, ..] ? area : null;

    /// <summary>Who was asked, by name.</summary>
    public ImmutableArray<Respondent> Respondents { get; }

    /// <summary>The pairs that its answers are about, by node number.</summary>
    public ImmutableArray<AnsweredPair> Pairs { get; }

    /// <summary>The relations that hold its answers, by number.</summary>
    public ReadOnlySpan<int> Answers => answers.AsSpan();

    /// <summary>All questions on its lists, of those who are there still.</summary>
    public int LineCount => Respondents.Sum(respondent => respondent.Listed.Length);

    /// <summary>How many of them have an answer.</summary>
    public int AnsweredLineCount => Respondents.Sum(respondent => respondent.AnsweredCount);

    /// <summary>How many of those who were asked answered at least something.</summary>
    public int AnsweredCount => Respondents.Count(respondent => respondent.HasAnswered);

    private Node Record => View.Graph.Node(Inquiry);

    /// <summary>All rounds of a view, the latest first; read once.</summary>
    public static ImmutableArray<Round> All(GraphView view) => view.Index(static view => new Rounds(view)).All;

    /// <summary>The round with a key or name; of several with one name the latest. Null when there is none.</summary>
    public static Round? Find(GraphView view, string text)
    {
        var (all, asked) = (All(view), Keys.Fold(text));
        return all.FirstOrDefault(round => round.Key == asked) ?? all.FirstOrDefault(round => string.Equals(round.Name, asked, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Says that there is no round with a key or name, and what to do.</summary>
    public static Words NotThere(string text) => new(
        $"Er is geen vragenronde met de sleutel of naam '{TextRules.Shown(text)}'; 'ask list' laat zien welke er zijn.",
        $"There is no round of questions with the key or name '{TextRules.Shown(text)}'; 'ask list' shows which there are.");

    private IEnumerable<Respondent> RespondentsOf()
    {
        var (graph, inquired) = (View.Graph, View.Graph.Outgoing(RelationKind.Inquired));
        var (nodes, relations) = (inquired.Neighbors(Inquiry).ToArray(), inquired.Relations(Inquiry).ToArray());
        for (var place = 0; place < nodes.Length; place++)
        {
            var (node, attributes) = (nodes[place], graph.Relation(relations[place]).Attributes);
            ImmutableArray<int> listed = [.. (attributes["listed"] is IEnumerable<string> keys ? keys : []).Select(key => graph.Find(key)).OfType<int>().Distinct()];
            int[] about = [.. answers.Where(relation => IsOf(relation, node)).Select(relation => graph.From(relation) == node ? graph.To(relation) : graph.From(relation)).Distinct()];
            yield return new(node, relations[place])
            {
                Sent = attributes.Date("sent"),
                Answered = attributes.Date("answered"),
                Listed = listed,
                AnsweredCount = listed.Count(about.Contains),
                Added = [.. about.Where(other => !listed.Contains(other)).Order()],
            };
        }
    }

    private bool IsOf(int relation, int node)
    {
        var (graph, from, to) = (View.Graph, View.Graph.From(relation), View.Graph.To(relation));
        if (from != node && to != node) return false;
        return graph.Relation(relation).Attributes.Text("reportedBy") == RoundAnswers.ReporterOf(graph.Node(node), graph.Node(from == node ? to : from));
    }

    private (int A, int B) PairOf(int relation)
    {
        var (from, to) = (View.Graph.From(relation), View.Graph.To(relation));
        return (Math.Min(from, to), Math.Max(from, to));
    }

    private sealed class Rounds
    {
        public Rounds(GraphView view)
        {
            var graph = view.Graph;
            int[] inquiries = [.. graph.NumbersOf(NodeKind.Inquiry)];
            var answers = inquiries.Length == 0
                ? []
                : graph.NumbersOf(RelationKind.Collaborates).Where(relation => graph.Relation(relation).Attributes is var report && AnsweredPair.IsAnswer(report) && report.Text("inquiry") is not null);
            var answersOf = answers.ToLookup(relation => graph.Relation(relation).Attributes.Text("inquiry")!);
            All = [.. inquiries.Select(inquiry => new Round(view, inquiry, answersOf)).OrderByDescending(round => round.HeldOn?.LastDay).ThenBy(round => round.Inquiry)];
        }

        public ImmutableArray<Round> All { get; }
    }
}

/// <summary>Somebody who was asked in a round. Nodes are numbers in the graph of its view.</summary>
/// <param name="Node">Who.</param>
/// <param name="Inquired">The relation that says so.</param>
public sealed record Respondent(int Node, int Inquired)
{
    /// <summary>Which of the respondents it is, by name, from 1.</summary>
    public int Number { get; init; }

    /// <summary>When the list was sent; null when that is not known.</summary>
    public PartialDate? Sent { get; init; }

    /// <summary>When the first answer came; null when none has, or that is not known.</summary>
    public PartialDate? Answered { get; init; }

    /// <summary>Whom it was asked about, in the order of its list; those who are not there any more are left out.</summary>
    public required ImmutableArray<int> Listed { get; init; }

    /// <summary>About how many of them there is an answer.</summary>
    public required int AnsweredCount { get; init; }

    /// <summary>Whom it named beside the list, ascending.</summary>
    public required ImmutableArray<int> Added { get; init; }

    /// <summary>Whether it answered at least something.</summary>
    public bool HasAnswered => Answered is not null || AnsweredCount + Added.Length > 0;
}

/// <summary>A pair that somebody answered about. Nodes are numbers in the graph of its view.</summary>
/// <param name="A">One node, the lower number.</param>
/// <param name="B">The other.</param>
/// <param name="Levels">The levels that were answered, each once, ascending; of all rounds, and of whoever was asked otherwise.</param>
/// <param name="Agreement">How the answers stand to each other.</param>
public sealed record AnsweredPair(int A, int B, ImmutableArray<int> Levels, AnswerAgreement Agreement)
{
    /// <summary>The level that counts: the lowest.</summary>
    public int Level => Levels[0];

    /// <summary>Whether it is what somebody answered when asked.</summary>
    internal static bool IsAnswer(AttributeSet report) => report.Text("basis") == RoundAnswers.Basis && report.Integer("level") is not null;

    internal static AnsweredPair Of(GraphSnapshot graph, int a, int b)
    {
        var answers = CollaborationTies.RelationsOf(graph, new(a, b, 0, false)).Select(key => graph.Relation(graph.FindRelation(key)!.Value).Attributes)
            .Where(IsAnswer).ToArray();
        ImmutableArray<int> levels = [.. answers.Select(report => (int)report.Integer("level")!).Distinct().Order()];
        var reporters = answers.Select(report => report.Text("reportedBy")).Distinct().Count();
        return new(a, b, levels, levels.Length > 1 ? AnswerAgreement.Contradicting : reporters > 1 ? AnswerAgreement.Confirmed : AnswerAgreement.OneSided);
    }
}
