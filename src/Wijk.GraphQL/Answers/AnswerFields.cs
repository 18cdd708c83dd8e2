using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Collaboration;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Nodes;
using Wijk.GraphQL.Paging;

namespace Wijk.GraphQL.Answers;

/// <summary>What every answer to a question carries, and the types that several answers share.</summary>
internal sealed class AnswerFields
{
    private readonly SharedTypes types;
    private readonly ObjectGraphType<Coverage> coverage;

    public AnswerFields(SharedTypes types)
    {
        this.types = types;
        coverage = new() { Name = "Coverage", Description = "How much of something an answer could see." };
        coverage.Add<Coverage>("what", types.Words.Required(), "What is counted.", item => item.What);
        coverage.Add<Coverage>("known", types.Long.Required(), "How many are known.", item => item.Known);
        coverage.Add<Coverage>("total", types.Long.Required(), "How many there are.", item => item.Total);
        coverage.Add<Coverage>("share", types.Float, "Known as a share of all, 0 to 1; null when there is nothing to know.", item => item.Share);

        Coordination = new()
        {
            Name = "Coordination",
            Description = "Pairs of agencies by what is known of their coordination. No recorded tie means that nobody asked: unknown, not \"none\".",
        };
        Coordination.Add<Coordination>("coordinated", types.Long.Required(), "Pairs at level 3 or above.", pairs => pairs.Coordinated);
        Coordination.Add<Coordination>("notCoordinated", types.Long.Required(), "Pairs that were asked and are at level 0 to 2.", pairs => pairs.NotCoordinated);
        Coordination.Add<Coordination>("unknown", types.Long.Required(), "Pairs that nobody asked.", pairs => pairs.Unknown);
        Coordination.Add<Coordination>("share", types.Float,
            "Coordinated pairs as a share of those that were asked, 0 to 1; null when nobody was asked.", pairs => pairs.Share);
    }

    /// <summary>The three states of coordination; its source is <see cref="Graph.Findings.Collaboration.Coordination"/>.</summary>
    public ObjectGraphType<Coordination> Coordination { get; }

    /// <summary>The arguments that every question takes.</summary>
    public QueryArgument[] Arguments() =>
    [
        new(types.String) { Name = "area", Description = "Key, code or name of an area; its parts are taken along. Absent: everywhere." },
        Operation.AsOfArgument(types),
        new(types.Int.Required()) { Name = "seed", Description = "Fixes what is drawn at random: the same seed gives the same answer.", DefaultValue = 1 },
    ];

    /// <summary>The fields that every answer has: reason, next step, coverage, version and parameters.</summary>
    public void AddTo<TAnswer>(
        ObjectGraphType<TAnswer> type,
        Func<TAnswer, (Words Reason, Words NextStep, IReadOnlyList<Coverage> Coverage, GraphSnapshot Snapshot, string? Area, int Seed)> read)
    {
        type.Add<TAnswer>("reason", types.Words.Required(), "What is not known, then what is.", answer => read(answer).Reason);
        type.Add<TAnswer>("nextStep", types.Words.Required(), "What to ask or do next, and whom.", answer => read(answer).NextStep);
        type.Add<TAnswer>("coverage", coverage.List(), "How much the answer could see.", answer => read(answer).Coverage);
        type.Add<TAnswer>("version", types.Long.Required(), "The version of the graph it was read from.", answer => read(answer).Snapshot.Version.Number);
        type.Add<TAnswer>("asOf", types.Date, "The day it was limited to; null when nothing was filtered by date.", answer => read(answer).Snapshot.AsOfDate);
        type.Add<TAnswer>("area", types.String, "The area that was asked for, as given; null for everywhere.", answer => read(answer).Area);
        type.Add<TAnswer>("seed", types.Int.Required(), "The seed that was used.", answer => read(answer).Seed);
    }

    /// <summary>A node of an answer.</summary>
    public static NodeAt At(GraphSnapshot snapshot, int node) => new(snapshot, node);

    /// <summary>Nodes of an answer.</summary>
    public static IEnumerable<NodeAt> At(GraphSnapshot snapshot, IEnumerable<int> nodes) => nodes.Select(node => new NodeAt(snapshot, node));

    /// <summary>The keys of nodes: evidence.</summary>
    public static IEnumerable<string> Keys(GraphSnapshot snapshot, IEnumerable<int> nodes) => nodes.Select(node => snapshot.Node(node).Key);

    /// <summary>Asks a question, and turns what it cannot answer into an error that names the argument.</summary>
    public static TAnswer Ask<TAnswer>(Func<TAnswer> ask)
    {
        try
        {
            return ask();
        }
        catch (UnknownAreaException unknown)
        {
            throw new WrongArgument("area: " + unknown.Message);
        }
        catch (ArgumentOutOfRangeException wrong)
        {
            throw new WrongArgument(wrong.Message);
        }
    }

    /// <summary>The argument for how many items of a list to give, 0 to the largest page.</summary>
    public QueryArgument FirstArgument() =>
        new(types.Int.Required()) { Name = "first", Description = $"How many at most, 0 to {PageRequest.MaxSize}.", DefaultValue = PageRequest.DefaultSize };

    /// <summary>The first items of a list that is already in order.</summary>
    public static IEnumerable<T> First<T>(IResolveFieldContext context, IEnumerable<T> items) => items.Take(PageRequest.Of(context).Size);
}
