using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Nodes;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions;

/// <summary>What every answer to a question carries, and the types that several answers share.</summary>
internal sealed class AnswerTypes
{
    private const string Evidence = "evidence", Coverage = "coverage";

    // About how many lines of coverage an answer has.
    private const int CoverageLines = 6;

    private static readonly Choices<DayReason> DayReasons = new("DayReason", "Why an answer looks at a day.",
    [
        (DayReason.Asked, "It was asked for."),
        (DayReason.Stated, "The data states it: a sample, or a data set that is no longer kept up."),
        (DayReason.Today, "It is today, and dated work holds today, or there is none."),
        (DayReason.LastHeld, "No dated work holds today: it is the last day on which any held."),
        (DayReason.FirstHeld, "All dated work lies ahead: it is the first day on which any holds."),
    ]);

    private readonly SharedTypes types;
    private readonly NodeSearch search;
    private readonly (string Name, IGraphType Type, string Description, Func<Answer, object?> Value)[] common;

    public AnswerTypes(SharedTypes types, NodeSearch search)
    {
        (this.types, this.search) = (types, search);
        var coverage = new ObjectGraphType<Coverage> { Name = "Coverage", Description = "How much of something an answer could see." };
        coverage.Add<Coverage>("what", types.Words.Required(), "What is counted.", item => item.What);
        coverage.Add<Coverage>("known", types.Long.Required(), "How many are known.", item => item.Known);
        coverage.Add<Coverage>("total", types.Long.Required(), "How many there are.", item => item.Total);
        coverage.Add<Coverage>("share", types.Float, "Known as a share of all, 0 to 1; null when there is nothing to know.", item => item.Share);

        var metric = new ObjectGraphType<Metric> { Name = "Metric", Description = "What a figure of an answer means, so that whoever meets the number can look it up." };
        metric.Add<Metric>("name", types.String.Required(), "The name of the field that holds the figure.", item => item.Name);
        metric.Add<Metric>("definition", types.Words.Required(), "What it counts.", item => item.Definition);
        metric.Add<Metric>("formula", types.String.Required(), "How it is computed.", item => item.Formula);
        metric.Add<Metric>("citation", types.String, "Where the formula comes from; null when it is a plain count.", item => item.Citation);
        metric.Add<Metric>("version", types.Int.Required(), "Goes up when the definition or the formula changes.", item => item.Version);

        common =
        [
            ("reason", types.Words.Required(), "What was found, what is not known of it, and the day that was looked at.", answer => answer.Reason),
            ("nextStep", types.Words.Required(), "What to ask or do next, and whom.", answer => answer.NextStep),
            (Coverage, coverage.List(), "How much the answer could see: a line for each thing that is counted.", answer => answer.Coverage),
            ("metrics", metric.List(), "What its figures mean; none where that is not yet written down.", answer => answer.Metrics),
            ("version", types.Long.Required(), "The version of the graph it was read from.", answer => answer.View.Version),
            ("asOf", types.Date.Required(), "The day it looks at.", answer => answer.LookedAt.Day),
            ("asOfReason", types.EnumOf(DayReasons).Required(), "Why it looks at that day.", answer => answer.LookedAt.Reason),
            ("area", types.String, "The area that was asked for, as given; null for everywhere.", answer => answer.Question.Area),
            ("seed", types.Int.Required(), "The seed that was used.", answer => answer.Question.Seed),
        ];
        foreach (var (name, type, description, _) in common) Answer.Declare(name, type, description);
        Answer.Declare(Evidence, types.Connections.OfNodes(), "What the whole answer rests on, by key.").Arguments = new(PageRequest.Arguments(types));

        Coordination = new()
        {
            Name = "Coordination",
            Description = "Pairs of agencies by what is known of their coordination. No known tie means that nobody asked: unknown, not \"none\".",
        };
        Coordination.Add<Coordination>("coordinated", types.Long.Required(), "Pairs at level 3 or above.", pairs => pairs.Coordinated);
        Coordination.Add<Coordination>("notCoordinated", types.Long.Required(), "Pairs of which it is known that they are at level 0 to 2.", pairs => pairs.NotCoordinated);
        Coordination.Add<Coordination>("unknown", types.Long.Required(), "Pairs that nobody asked and of which nothing is on record.", pairs => pairs.Unknown);
        Coordination.Add<Coordination>("recorded", types.Long.Required(), "Of those that are known, the pairs that are on record and were not asked.", pairs => pairs.Recorded);
        Coordination.Add<Coordination>("share", types.Float,
            "Coordinated pairs as a share of those that are known, 0 to 1; null when none are.", pairs => pairs.Share);
    }

    /// <summary>The interface of every answer to a question.</summary>
    public InterfaceGraphType Answer { get; } = new() { Name = "Answer", Description = "What every answer to a question carries." };

    /// <summary>The three states of coordination; its source is <see cref="Graph.Findings.Collaboration.Coordination"/>.</summary>
    public ObjectGraphType<Coordination> Coordination { get; }

    /// <summary>Makes a type that of an answer to a question.</summary>
    public void Implement<TAnswer>(ObjectGraphType<TAnswer> type)
        where TAnswer : Answer
    {
        foreach (var (name, result, _, value) in common)
        {
            var field = type.Add<TAnswer>(name, result, null, answer => value(answer));
            if (name == Coverage) field.Costing(CoverageLines);
        }

        type.AddEvidence(Evidence, null, types, answer => (answer.View, $"{answer.Question with { AsOf = null }}", answer.Evidence));
        type.AddResolvedInterface(Answer);
        Answer.AddPossibleType(type);
    }

    /// <summary>A node of an answer.</summary>
    public static NodeInView At(GraphView view, int node) => new(view, node);

    /// <summary>Lets <c>node</c> find something that a question found, by asking it again.</summary>
    /// <param name="kind">The first part of its keys.</param>
    /// <param name="items">All things of that sort.</param>
    /// <param name="questionOf">The question behind a key, without a day; null when the text is no such key.</param>
    public void AddSearch<TAnswer, T>(string kind, AnswerItems<TAnswer, T> items, Func<string, Question<TAnswer>?> questionOf)
        where TAnswer : Answer =>
        search.Add(kind, async (id, operation, stop) =>
        {
            if (questionOf(id.Key) is not { } question) return null;
            try
            {
                var answer = await operation.AskAsync(question with { AsOf = id.Day }, stop);
                return (await items.AllAsync(answer, operation, stop)).Where(item => items.KeyOf(answer, item) == id.Key)
                    .Select(item => new AnswerItem<T>(answer.View, item, id.Key)).FirstOrDefault();
            }
            catch (UnknownAreaException)
            {
                return null;
            }
        });
}
