using GraphQL.Types;
using Wijk.Graph.Analysis.AskList;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Rounds;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Rounds;

/// <summary>The types that <c>round</c> answers with.</summary>
internal static class RoundTypes
{
    // As many as the first page tells, and a few that were on it.
    private const int FirstPageLines = 8;

    private static readonly AnswerItems<RoundAnswer, Respondent> Respondents = new((answer, _) => answer.Round?.Respondents ?? [], (answer, respondent) => AnswerKeys.OfRespondent(answer, respondent));

    private static readonly AnswerItems<RoundAnswer, AnsweredPair> Pairs = new((answer, _) => answer.Round?.Pairs ?? [], (answer, pair) => AnswerKeys.OfAnsweredPair(answer, pair));

    private static readonly Choices<AnswerAgreement> Agreements = new("AnswerAgreement", "How the answers about one pair stand to each other.",
    [
        (AnswerAgreement.OneSided, "One answer is known."),
        (AnswerAgreement.Confirmed, "Two or more who were asked say the same."),
        (AnswerAgreement.Contradicting, "Those who were asked say something different; the lowest level counts."),
    ]);

    /// <summary>The type <c>Round</c>.</summary>
    public static ObjectGraphType<RoundAnswer> Round(SharedTypes types, AnswerTypes answers)
    {
        var (round, state) = (new ObjectGraphType<RoundAnswer> { Name = "Round", Description = "How far a round of questions got, and what its answers change." }, State(types));
        round.Add<RoundAnswer>("inquiry", types.Nodes.Item, "The record of the round; null when there is none.", answer => answer.Round is { } found ? AnswerTypes.At(answer.View, found.Inquiry) : null);
        round.Add<RoundAnswer>("respondentCount", types.Int.Required(), "How many were asked, of those who may be seen.", answer => answer.Round?.Respondents.Length ?? 0);
        round.Add<RoundAnswer>("answeredCount", types.Int.Required(), "How many of them answered at least something.", answer => answer.Round?.AnsweredCount ?? 0);
        round.Add<RoundAnswer>("responseRate", types.Float, "Their share, 0 to 1; null when it is not recorded who was asked, or that may not be seen.", answer => answer.ResponseRate);
        round.Add<RoundAnswer>("lineCount", types.Int.Required(), "All questions on the lists: one is about one other.", answer => answer.Round?.LineCount ?? 0);
        round.Add<RoundAnswer>("answeredLineCount", types.Int.Required(), "Those that have an answer, no contact included.", answer => answer.Round?.AnsweredLineCount ?? 0);
        round.Add<RoundAnswer>("now", state, "What is known now; null when there is no round.", answer => answer.Now);
        round.Add<RoundAnswer>("without", state, "The same without the answers of the round; null when there is no round.", answer => answer.Without);
        round.AddList("respondents", Respondent(types), "Who was asked, by name.", types, Respondents, at => SortKey.Of([SortKey.Up(at.Item.Number)], at.View.Graph.Node(at.Item.Node).Key), AnswerLists.AFew);
        round.AddList("pairs", Pair(types), "The pairs that the answers are about.", types, Pairs, at => SortKey.Of([SortKey.Up(at.Item.A), SortKey.Up(at.Item.B)]), AnswerLists.AFew);
        round.Add<RoundAnswer>("firstPage", Line(types).List(), "What stands out in overlap, of which the first page tells the first, with and without the answers.", answer => answer.FirstPage).Costing(FirstPageLines);
        answers.AddSearch(AnswerKeys.RoundRespondent, Respondents, AnswerKeys.RoundOf);
        answers.AddSearch(AnswerKeys.RoundPair, Pairs, AnswerKeys.RoundOf);
        return round;
    }

    private static ObjectGraphType<RoundState> State(SharedTypes types)
    {
        var state = new ObjectGraphType<RoundState> { Name = "RoundState", Description = "What is known with or without the answers of a round, over all who are active where it was held." };
        state.Add<RoundState>("pairCount", types.Long.Required(), "All pairs of them.", known => known.PairCount);
        state.Add<RoundState>("knownPairCount", types.Long.Required(), "Those of which it is known whether they have a tie at the level of the round.", known => known.KnownPairCount);
        state.Add<RoundState>("fLow", types.Float, "The least that F can be, the share of pairs with no path between them (Borgatti 2006); null where fewer than two are active.",
            known => known.Bounds?.Connectivity.Fragmentation.Low);
        state.Add<RoundState>("fHigh", types.Float, "The most that it can be.", known => known.Bounds?.Connectivity.Fragmentation.High);
        state.Add<RoundState>("distanceWeightedFLow", types.Float, $"The least that the distance-weighted F can be, a path of d ties counting for 1/d (Borgatti 2006); null where fewer than two are active, or more than {RoundState.MostForDistances:N0}.",
            known => known.DistanceWeighted?.Low);
        state.Add<RoundState>("distanceWeightedFHigh", types.Float, "The most that it can be.", known => known.DistanceWeighted?.High);
        state.Add<RoundState>("densityLow", types.Float, "The least that the share of pairs with a tie can be; null where fewer than two are active.", known => known.Bounds?.Connectivity.Density.Low);
        state.Add<RoundState>("densityHigh", types.Float, "The most that it can be.", known => known.Bounds?.Connectivity.Density.High);
        return state;
    }

    private static ObjectGraphType<AnswerItem<Respondent>> Respondent(SharedTypes types)
    {
        var respondent = new ObjectGraphType<AnswerItem<Respondent>> { Name = "RoundRespondent", Description = "Somebody who was asked in a round." };
        types.Nodes.Add(respondent);
        respondent.Add<AnswerItem<Respondent>>("respondent", types.Nodes.Item.Required(), "Who.", at => AnswerTypes.At(at.View, at.Item.Node));
        respondent.Add<AnswerItem<Respondent>>("sent", types.PartialDate, "When the list was sent; null when that is not known.", at => at.Item.Sent);
        respondent.Add<AnswerItem<Respondent>>("answered", types.PartialDate, "When the first answer came; null when none has, or that is not known.", at => at.Item.Answered);
        respondent.Add<AnswerItem<Respondent>>("lineCount", types.Int.Required(), "How many others stood on its list.", at => at.Item.Listed.Length);
        respondent.Add<AnswerItem<Respondent>>("answeredLineCount", types.Int.Required(), "About how many of them there is an answer.", at => at.Item.AnsweredCount);
        respondent.Add<AnswerItem<Respondent>>("listed", types.Nodes.Item.List(), "Whom it was asked about, in the order of its list.", at => at.Item.Listed.Select(other => AnswerTypes.At(at.View, other)))
            .Costing(AskListParameters.LongestSheet);
        respondent.Add<AnswerItem<Respondent>>("added", types.Nodes.Item.List(), "Whom it named beside the list.", at => at.Item.Added.Select(other => AnswerTypes.At(at.View, other))).Costing(1);
        return respondent;
    }

    private static ObjectGraphType<AnswerItem<AnsweredPair>> Pair(SharedTypes types)
    {
        var pair = new ObjectGraphType<AnswerItem<AnsweredPair>> { Name = "AnsweredPair", Description = "A pair that somebody answered about in a round." };
        types.Nodes.Add(pair);
        pair.Add<AnswerItem<AnsweredPair>>("a", types.Nodes.Item.Required(), "One of the two.", at => AnswerTypes.At(at.View, at.Item.A));
        pair.Add<AnswerItem<AnsweredPair>>("b", types.Nodes.Item.Required(), "The other.", at => AnswerTypes.At(at.View, at.Item.B));
        pair.Add<AnswerItem<AnsweredPair>>("level", types.Int.Required(), "The level that counts: the lowest that was answered; 0 is no contact.", at => at.Item.Level);
        pair.Add<AnswerItem<AnsweredPair>>("levels", types.Int.List(), "The levels that were answered, each once.", at => at.Item.Levels).Costing(1);
        pair.Add<AnswerItem<AnsweredPair>>("agreement", types.EnumOf(Agreements).Required(), "How the answers stand to each other.", at => at.Item.Agreement);
        return pair;
    }

    private static ObjectGraphType<FirstPageLine> Line(SharedTypes types)
    {
        var line = new ObjectGraphType<FirstPageLine> { Name = "FirstPageLine", Description = "Something that stands out in overlap." };
        line.Add<FirstPageLine>("title", types.Words.Required(), "What it is about.", one => one.Title);
        line.Add<FirstPageLine>("now", types.Words, "What is said of it now; null when it is not among the first any more.", one => one.Now);
        line.Add<FirstPageLine>("without", types.Words, "What would be said of it without the answers of the round; null when it would not be among the first.", one => one.Without);
        line.Add<FirstPageLine>("isChanged", types.Boolean.Required(), "Whether the answers make a difference.", one => one.IsChanged);
        return line;
    }
}
