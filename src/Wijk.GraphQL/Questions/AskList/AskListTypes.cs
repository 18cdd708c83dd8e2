using GraphQL.Types;
using Wijk.Graph.Analysis.AskList;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.AskList;
using Wijk.Graph.Views;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.AskList;

/// <summary>The types that <c>askList</c> answers with.</summary>
internal static class AskListTypes
{
    private static readonly AnswerItems<AskListAnswer, AskedSheet> Sheets = new((answer, _) => answer.Sheets, (answer, sheet) => AnswerKeys.OfSheet(answer, sheet));

    /// <summary>The type <c>AskList</c>.</summary>
    public static ObjectGraphType<AskListAnswer> AskList(SharedTypes types, AnswerTypes answers)
    {
        var list = new ObjectGraphType<AskListAnswer> { Name = "AskList", Description = "Whom to ask about whom, so that most is learned from few questions; never all pairs." };
        list.Add<AskListAnswer>("budget", types.Int.Required(), "How many sheets there were to hand out.", answer => answer.Question.Budget);
        list.Add<AskListAnswer>("level", types.Int.Required(), "Ties from this level up count.", answer => answer.Question.Level);
        list.Add<AskListAnswer>("sheetCount", types.Int.Required(), "How many are handed out: fewer where nothing more is left to ask.", answer => answer.Sheets.Length);
        list.Add<AskListAnswer>("lineCount", types.Int.Required(), "All questions on them; no pair is asked twice.", answer => answer.LineCount);
        list.Add<AskListAnswer>("pairCount", types.Long.Required(), "All pairs of those who are active.", answer => answer.Bounds?.PairCount ?? 0);
        list.Add<AskListAnswer>("unknownPairCount", types.Long.Required(), "Those of which it is not known whether they have a tie at the level.", answer => answer.Bounds?.UnknownPairCount ?? 0);
        list.Add<AskListAnswer>("fLow", types.Float, "The least that F can be now, the share of pairs with no path between them (Borgatti 2006); null where fewer than two are active.",
            answer => answer.Bounds?.Connectivity.Fragmentation.Low);
        list.Add<AskListAnswer>("fHigh", types.Float, "The most that it can be now.", answer => answer.Bounds?.Connectivity.Fragmentation.High);
        list.Add<AskListAnswer>("fHighIfAllTied", types.Float, "The most that it can be after these questions if all are answered and each answer is a tie; with fewer ties it stays higher.",
            answer => answer.FragmentationIfAllTied);
        list.AddList("sheets", Sheet(types), "One for each who is asked, what tells most first.", types, Sheets, at => SortKey.Of([SortKey.Up(at.Item.Number)], at.View.Graph.Node(at.Item.Respondent).Key), AnswerLists.AFew);
        answers.AddSearch(AnswerKeys.AskSheet, Sheets, AnswerKeys.AskListOf);
        return list;
    }

    private static ObjectGraphType<AnswerItem<AskedSheet>> Sheet(SharedTypes types)
    {
        var sheet = new ObjectGraphType<AnswerItem<AskedSheet>> { Name = "AskSheet", Description = "What one organisation or initiative is asked." };
        types.Nodes.Add(sheet);
        sheet.Add<AnswerItem<AskedSheet>>("reason", types.Words.Required(), "Whom to ask about whom, and why.", at => at.Item.Reason);
        sheet.Add<AnswerItem<AskedSheet>>("respondent", types.Nodes.Item.Required(), "Who is asked; never a person.", at => AnswerTypes.At(at.View, at.Item.Respondent));
        sheet.Add<AnswerItem<AskedSheet>>("lines", Line(types).List(), "About whom, what tells most first: 5 to 12, fewer where there are no more.",
            at => at.Item.Lines.Select(line => new InView<AskedLine>(at.View, line))).Costing(AskListParameters.LongestSheet);
        return sheet;
    }

    private static ObjectGraphType<InView<AskedLine>> Line(SharedTypes types)
    {
        var line = new ObjectGraphType<InView<AskedLine>> { Name = "AskLine", Description = "One question: which contact is there with this other?" };
        line.Add<InView<AskedLine>>("about", types.Nodes.Item.Required(), "The other; never a person.", at => AnswerTypes.At(at.View, at.Item.About));
        line.Add<InView<AskedLine>>("sharedPlaceCount", types.Int.Required(), "At how many places the two meet: a target group in an area, or a trajectory, with no more than 20 there.",
            at => at.Item.SharedPlaceCount);
        line.Add<InView<AskedLine>>("cells", types.Words.List(), "Of the combinations that can be acted on first, those with both of which it is not known whether they coordinate.",
            at => at.Item.Cells.Select(cell => cell.Title)).Costing(1);
        return line;
    }
}
