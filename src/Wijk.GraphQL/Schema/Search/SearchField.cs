using System.Globalization;
using GraphQL;
using GraphQL.Types;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;
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

        var edge = ConnectionTypes.Edge<Found>(types, "Search", "A node that was found.", types.Records.Record, found => found.Node);
        edge.Add<Edge<Found>>("match", match.Required(), "How well it matches.", item => item.Item.Rank);
        var connection = ConnectionTypes.Connection(types, "Search", "What was found, best match first, then by key.", edge);
        QueryArgument[] arguments =
        [
            new(types.String.Required())
            {
                Name = "text",
                Description = "What to look for in names and aliases, without regard to case and accents.",
            },
            new(types.NodeKind.OptionalList()) { Name = "kinds", Description = "Only nodes of these kinds; absent: of every kind." },
            .. PageRequest.Arguments(types),
            types.AsOf,
        ];
        query.Add("search", connection.Required(), "Finds nodes by name or alias: exact first, then names that start with the text, "
            + "then words that start with it, then the rest; then by key.", arguments, Search).Costing(_ => 1);
    }

    private static Page<Found> Search(IResolveFieldContext context)
    {
        var view = Operation.ViewOf(context);
        var text = TextFolding.Fold(context.GetArgument<string>("text"));
        if (text.Length == 0) throw new WrongArgument(new(
            "text: er is niets om te zoeken; geef minstens één letter of cijfer.",
            "text: there is nothing to look for; give at least one letter or digit."));
        var kinds = context.GetArgument<List<NodeKind>?>("kinds");
        var found = Find(view, text, kinds is null ? [0..view.Graph.NodeCount]
            // Ranges in the order of their nodes, so that what is found is in order of key.
            : kinds.Distinct().Select(view.Graph.NodesOf).OrderBy(range => range.Start.Value));
        var sequence = new Sequence<Found>("search " + text, found.Count, place => new(new(view, found[place].Node), found[place].Rank),
            item => new(((int)item.Rank).ToString(CultureInfo.InvariantCulture), item.Node.Node.Key));
        return new(sequence, PageRequest.Of(context));
    }

    private static List<(MatchRank Rank, int Node)> Find(GraphView view, string text, IEnumerable<Range> ranges)
    {
        var (index, byRank) = (NameIndex.Of(view), Enum.GetValues<MatchRank>().Select(_ => new List<int>()).ToArray());
        foreach (var range in ranges)
        {
            if (range.GetOffsetAndLength(view.Graph.NodeCount).Length > 0) index.Find(text, range,
                (node, rank) => byRank[(int)rank].Add(node));
        }

        return [.. byRank.SelectMany((nodes, rank) => nodes.Select(node => ((MatchRank)rank, node)))];
    }

    private sealed record Found(NodeInView Node, MatchRank Rank);
}
