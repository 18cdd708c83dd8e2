using GraphQL;
using GraphQL.Types;
using GraphQL.Validation.Complexity;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Filters;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Schema.Search;

/// <summary><c>search</c>: finds nodes by name.</summary>
internal static class SearchField
{
    /// <summary>Adds the field to the query type.</summary>
    public static void AddTo(ObjectGraphType query, SharedTypes types)
    {
        var match = new EnumerationGraphType { Name = "SearchMatch", Description = "How well a name matches, best first." };
        match.Add("EXACT", MatchRank.Exact, "A name or alias is the text.");
        match.Add("PREFIX", MatchRank.Prefix, "A name or alias starts with the text.");
        match.Add("WORD_START", MatchRank.WordStart, "A word in a name or alias starts with the text.");
        match.Add("INSIDE", MatchRank.Inside, "A name or alias contains the text.");

        var connection = types.Connections.Of<Found>("Search", types.Nodes.Item, found => found.Node,
            edge => edge.Add<Edge<Found>>("match", match.Required(), "How well it matches.", item => item.Item.Rank));
        query.AddList("search", connection, "Finds nodes by name or alias: exact first, then names that start with the text, "
            + "then words that start with it, then the rest; then by key.", types, Search, Expect,
            new QueryArgument(types.String.Required()) { Name = "text", Description = "What to look for in names and aliases, without regard to case and accents." },
            NodeFilter.Argument(types.Filters.Item),
            types.AsOf);
    }

    private static Sequence<Found> Search(IResolveFieldContext context)
    {
        var view = Operation.ViewOf(context);
        var text = TextFolding.Fold(context.GetArgument<string>("text"));
        if (text.Length == 0) throw new WrongArgument(new(
            "text: er is niets om te zoeken; geef minstens één letter of cijfer.",
            "text: there is nothing to look for; give at least one letter or digit."));
        var filter = NodeFilter.Of(context.GetArgument<object?>("filter"), view);
        var byRank = Enum.GetValues<MatchRank>().Select(_ => new List<int>()).ToArray();
        if (view.Graph.NodeCount > 0) NameIndex.Of(view).Find(text, 0..view.Graph.NodeCount, (node, rank) =>
        {
            if (filter?.Invoke(node) != false) byRank[(int)rank].Add(node);
        });
        return new("search " + text, view, [.. byRank.SelectMany((nodes, rank) => nodes.Select(node => new Found(new(view, node), (MatchRank)rank)))],
            found => SortKey.Of([SortKey.Up((int)found.Rank)], found.Node.Node.Key));
    }

    private static Expected Expect(FieldImpactContext field, NodeSample? asked)
    {
        var view = Operation.ViewOf(field);
        var (text, names, filter) = (TextFolding.Fold(Expected.TextIn(field, "text")), NameIndex.Of(view), NodeFilter.Of(field.GetArgument<object?>("filter"), view));
        var (passing, count) = NodeSample.Of(view, null, node => names.NameOf(node).Contains(text, StringComparison.Ordinal) && filter?.Invoke(node) != false);
        return new(Math.Min(PageRequest.SizeOf(field), count), passing);
    }

    private sealed record Found(NodeInView Node, MatchRank Rank);
}
