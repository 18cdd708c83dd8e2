using GraphQL.Types;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Duplicates;
using Wijk.Graph.Model;
using Wijk.GraphQL.Schema;
using Wijk.GraphQL.Schema.Costs;
using Wijk.GraphQL.Schema.Paging;

namespace Wijk.GraphQL.Questions.Duplicates;

/// <summary>The types that <c>duplicates</c> answers with.</summary>
internal static class DuplicatesTypes
{
    // About how many signs a pair has of either sort.
    private const int FewSigns = 2;

    private static readonly AnswerItems<DuplicatesAnswer, DuplicatePair> Pairs = new((answer, _) => answer.Pairs, AnswerKeys.OfPair);

    private static readonly Choices<DuplicateSign> Signs = new("DuplicateSign", "What may show whether two nodes are one.",
    [
        (DuplicateSign.SameCode, "For: areas with the same code."),
        (DuplicateSign.SameWebsite, "For: the same web address or link."),
        (DuplicateSign.SameName, "For: the very same name."),
        (DuplicateSign.NameInOtherForm, "For: names that differ only in case, accents, blanks, punctuation or a legal form."),
        (DuplicateSign.Alias, "For: a name or other id of one is that of the other too."),
        (DuplicateSign.OneLetter, "For: names that differ in one letter, or in two that changed places."),
        (DuplicateSign.SameRunner, "For: the same organisation or initiative runs both."),
        (DuplicateSign.SamePlace, "For: an office in the same area."),
        (DuplicateSign.SameWhole, "For: part of the same whole."),
        (DuplicateSign.SameSource, "Against: one source brought both, under two ids."),
        (DuplicateSign.OtherType, "Against: different types."),
        (DuplicateSign.OtherPlace, "Against: offices in different areas."),
        (DuplicateSign.OtherWhole, "Against: part of different wholes."),
        (DuplicateSign.OtherWebsite, "Against: different web addresses."),
        (DuplicateSign.KnownTie, "Against: something is known of contact or referral between the two."),
    ]);

    /// <summary>The kinds that can be compared.</summary>
    public static Choices<NodeKind> Kinds { get; } = new("DuplicateKind", "The kinds of node that can be compared; never people.",
        [.. DuplicatesQuestion.AllKinds.Select(kind => (kind, Vocabulary.Of(kind).Description.En))]);

    /// <summary>The type <c>Duplicates</c>.</summary>
    public static ObjectGraphType<DuplicatesAnswer> Duplicates(SharedTypes types, AnswerTypes answers)
    {
        var duplicates = new ObjectGraphType<DuplicatesAnswer> { Name = "Duplicates", Description = "Pairs of nodes that may be one. Whether they are is for people to say: nothing is ever merged by itself." };
        duplicates.Add<DuplicatesAnswer>("nameCount", types.Int.Required(), "How many nodes were compared by name.", answer => answer.NameCount);
        duplicates.Add<DuplicatesAnswer>("commonNameCount", types.Int.Required(),
            $"How many names, codes and web addresses more than {DuplicatesQuestion.LargestGroup} have; those are only compared where more than that is the same.", answer => answer.CommonNameCount);
        duplicates.AddList("pairs", Pair(types), "Those with most that points to one first, then those with least against it, then by what points strongest and by key.", types, Pairs,
            at => SortKey.Of([SortKey.Down(at.Item.For.Length), SortKey.Up(at.Item.Against.Length), SortKey.Up((int)at.Item.For[0])], at.View.Graph.Node(at.Item.A).Key, at.View.Graph.Node(at.Item.B).Key), AnswerLists.AFew);
        answers.AddSearch(AnswerKeys.DuplicatePair, Pairs, AnswerKeys.DuplicatesOf);
        return duplicates;
    }

    private static ObjectGraphType<AnswerItem<DuplicatePair>> Pair(SharedTypes types)
    {
        var pair = new ObjectGraphType<AnswerItem<DuplicatePair>> { Name = "DuplicatePair", Description = "Two nodes of one kind that may be one." };
        types.Nodes.Add(pair);
        pair.Add<AnswerItem<DuplicatePair>>("reason", types.Words.Required(), "What points to one, and what speaks against it.", at => at.Item.Reason);
        pair.Add<AnswerItem<DuplicatePair>>("a", types.Nodes.Item.Required(), "The first, by key; never a person.", at => AnswerTypes.At(at.View, at.Item.A));
        pair.Add<AnswerItem<DuplicatePair>>("b", types.Nodes.Item.Required(), "The second; never a person.", at => AnswerTypes.At(at.View, at.Item.B));
        pair.Add<AnswerItem<DuplicatePair>>("for", types.EnumOf(Signs).List(), "What points to one, the strongest first; at least one.", at => at.Item.For).Costing(FewSigns);
        pair.Add<AnswerItem<DuplicatePair>>("against", types.EnumOf(Signs).List(), "What speaks against it.", at => at.Item.Against).Costing(FewSigns);
        return pair;
    }
}
