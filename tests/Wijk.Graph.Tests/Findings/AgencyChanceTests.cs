using Wijk.Graph.Analysis.Chance;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class AgencyChanceTests
{
    [Fact]
    public void With_few_agencies_the_data_cannot_tell()
    {
        var graph = new GraphBuilder();
        var (youth, east, sport) = (graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Area("Oost"), graph.Node(NodeKind.Domain, "Sport"));
        foreach (var name in new[] { "Club", "GGD" })
        {
            var measure = graph.Measure("van " + name, sport);
            graph.Relate(RelationKind.Runs, graph.Node(NodeKind.Agency, name), measure);
            graph.Target(measure, youth, east);
        }

        var answer = graph.Snapshot().Ask(new OverlapQuestion());
        var chance = answer.AgencyChance(TestContext.Current.CancellationToken);
        chance.Should().Be(new AgencyChance(ChanceVerdict.TooFewPairs, null, 0, null, 0));
        ChanceWords.Of(chance, OverlapLens.Group).Should().Be(new Words(
            "Of organisaties elkaar vaker tegenkomen dan bij toeval, kunnen deze gegevens niet zeggen: geen enkel paar zou kunnen opvallen.",
            "Whether organisations meet more often than chance would give, the data cannot tell: no pair could stand out."));
        var pair = answer.AgencyPairs(cancellationToken: TestContext.Current.CancellationToken).Should().ContainSingle().Subject;
        (pair.SharedCellCount, pair.Q).Should().Be((1, null));
        pair.Reason!.En.Should().Be("1 time together for the same group in the same area; whether that is more than chance, the data cannot tell.");
        answer.MeasurePairs(TestContext.Current.CancellationToken).Should().ContainSingle().Which.Reason.Should().BeNull("measures are counted only");
    }

    [Theory]
    [InlineData(0.04, 9, 3.1, "9 times together for the same group in the same area: more often than chance would give")]
    [InlineData(0.009, 9, 3.1, ": much more often than chance would give two organisations with as many groups in these areas (chance gives about 3.1).")]
    [InlineData(0.009, 6, 3.1, ": more often than")]
    [InlineData(0.05, 9, 3.1, "; that may be chance.")]
    public void Strong_words_need_strong_evidence(double q, int shared, double expected, string said)
    {
        Pair(q, shared, expected, null, ChanceEngine.Sampled).Reason!.En.Should().Contain(said);
        if (q is < 0.05 and not 0.009 || shared < 2 * expected) Pair(q, shared, expected, null, ChanceEngine.Sampled).Reason!.Nl.Should().NotContain("veel vaker");
    }

    [Theory]
    [InlineData(0.9, 1.0, ChanceEngine.Sampled, "That may be because both specialise in the same groups.")]
    [InlineData(0.001, 0.04, ChanceEngine.Sampled, "So it is when we allow for the groups that each specialises in.")]
    [InlineData(0.01, 0.3, ChanceEngine.Sampled, "Whether that is because both specialise in the same groups cannot be told.")]
    [InlineData(null, null, ChanceEngine.Screened, "This is approximate and cautious; whether they specialise in the same was not looked at.")]
    public void A_pair_that_stands_out_says_whether_it_only_specialises(double? p, double? q, ChanceEngine engine, string said)
    {
        Pair(0.001, 12, 3, (p, q), engine).Reason!.En.Should().EndWith(said);
        Pair(0.2, 12, 3, null, engine).Reason!.En.Should().NotContain("specialise", "only what stands out has something to explain");
    }

    [Fact]
    public void All_pairs_together_are_told_by_what_they_can_bear()
    {
        Said(ChanceVerdict.TooFewPairs, 3, 0).Should().EndWith("the data cannot tell: only 3 pairs could stand out.");
        Said(ChanceVerdict.LikeChance, 300, 0).Should().EndWith("of single pairs the data cannot tell.");
        Said(ChanceVerdict.Tested, 300, 0).Should().EndWith("Of the 300 pairs that could stand out none does.");
        Said(ChanceVerdict.Tested, 300, 1).Should().EndWith("Of the 300 pairs that could stand out 1 does.");
        Said(ChanceVerdict.Tested, 300, 2).Should().EndWith("Of the 300 pairs that could stand out 2 do.");
        string Said(ChanceVerdict verdict, long family, int more) => ChanceWords.Of(new(verdict, 0.01, family, ChanceEngine.Sampled, more), OverlapLens.Group).En;
    }

    private static MeetingPair Pair(double q, int shared, double expected, (double? P, double? Q)? given, ChanceEngine engine) =>
        new(0, 1, shared, 0.5, 0.5, new(new(0, 1, shared, expected, q / 100, q, q, given?.P, given?.Q), engine)) { Compared = (OverlapLens.Group, ChanceVerdict.Tested) };
}
