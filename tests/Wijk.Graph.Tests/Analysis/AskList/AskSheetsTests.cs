using System.Collections.Immutable;
using CsCheck;
using Wijk.Benchmarks.Asking;
using Wijk.Graph.Analysis.AskList;
using Wijk.Graph.Analysis.Bounds;
using Wijk.Graph.Networks;
using Wijk.Graph.Tests.Networks;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.AskList;

/// <summary>Whom to ask about whom: never what is known, no pair twice, few sheets, and far fewer than asking at random.</summary>
public class AskSheetsTests
{
    private static readonly Gen<(PartlyKnownNetwork Known, Network Meetings, bool[] MayAsk, int SheetCount)> Any =
        from nodeCount in Gen.Int[2, 30]
        from states in Gen.Int[0, 9].Array[nodeCount * (nodeCount - 1) / 2]
        from unknown in Gen.Int[2, 10]
        from mayAsk in Gen.Bool.Array[nodeCount]
        from sheetCount in Gen.Int[1, 8]
        select (Partly(nodeCount, states, unknown), Network.Of(nodeCount, [.. Pairs(nodeCount).Where((_, place) => states[place] == 3).Select(pair => new Edge(pair.A, pair.B, 2))]), mayAsk, sheetCount);

    [Fact]
    public void Sheets_ask_what_is_not_known_of_those_who_can_be_asked_and_no_pair_twice() => Any.Sample(any =>
    {
        var sheets = Sheets(any.Known, any.Meetings, any.SheetCount, mayAsk: any.MayAsk);
        sheets.Should().HaveCountLessThanOrEqualTo(any.SheetCount);
        sheets.Select(sheet => sheet.Respondent).Should().OnlyHaveUniqueItems().And.NotContain(respondent => !any.MayAsk[respondent]);
        var lines = sheets.SelectMany(sheet => sheet.Lines.Select(line => (A: Math.Min(sheet.Respondent, line.About), B: Math.Max(sheet.Respondent, line.About)))).ToArray();
        lines.Should().OnlyHaveUniqueItems().And.NotContain(line => line.A == line.B || !any.MayAsk[line.A] || !any.MayAsk[line.B]);
        lines.Where(line => IsIn(any.Known.Tied, line) || IsIn(any.Known.Apart, line)).Should().BeEmpty();
        var shortest = Math.Min(AskListParameters.ShortestSheet, any.Known.NodeCount - 1);
        sheets.Should().NotContain(sheet => sheet.Lines.Length < shortest || sheet.Lines.Length > AskListParameters.LongestSheet);
    }, iter: 500);

    [Fact]
    public void The_same_seed_gives_the_same_sheets_and_fewer_sheets_are_the_first_of_more() => Any.Sample(any =>
    {
        var all = Sheets(any.Known, any.Meetings, any.SheetCount);
        var again = Sheets(any.Known, any.Meetings, any.SheetCount);
        Told(again).Should().Equal(Told(all));
        Told(Sheets(any.Known, any.Meetings, 1)).Should().Equal(Told(all).Take(1));
    }, iter: 200);

    [Fact]
    public void Of_a_star_and_strangers_the_hub_is_asked_about_the_strangers()
    {
        // 0 has a tie with each of 1 to 8; of 9 to 20 nothing is known.
        var known = PartlyKnownNetwork.Of(21, Enumerable.Range(1, 8).Select(leaf => (0, leaf)), []);
        var sheet = Sheets(known, None(21), 1).Single();
        sheet.Respondent.Should().Be(0);
        sheet.Lines.Select(line => line.About).Should().BeEquivalentTo(Enumerable.Range(9, 12));
    }

    [Fact]
    public void Who_meets_a_respondent_comes_before_who_does_not()
    {
        var meetings = Network.Of(40, [.. Enumerable.Range(1, 6).Select(other => new Edge(0, other, 4))]);
        var sheet = Sheets(PartlyKnownNetwork.Of(40, [], []), meetings, 1).Single();
        sheet.Respondent.Should().Be(0);
        sheet.Lines.Take(6).Select(line => line.About).Should().BeEquivalentTo(Enumerable.Range(1, 6));
    }

    [Fact]
    public void A_pair_that_is_wanted_comes_first()
    {
        var sheet = AskSheets.Of(PartlyKnownNetwork.Of(30, [], []), None(30), Network.Of(30, [new(11, 17, 5)]), [], new() { SheetCount = 1 }).Single();
        (sheet.Respondent, sheet.Lines[0].About).Should().BeOneOf((11, 17), (17, 11));
    }

    [Fact]
    public void Where_all_is_known_nothing_is_asked() =>
        Sheets(PartlyKnownNetwork.Of(8, Pairs(8), []), None(8), 3).Should().BeEmpty();

    [Fact]
    public void A_city_of_many_thousands_is_asked_in_a_moment()
    {
        const int count = 50_000;
        var ring = Enumerable.Range(0, count).Select(node => (node, (node + 1) % count)).Where((_, place) => place % 3 > 0);
        var sheets = Sheets(PartlyKnownNetwork.Of(count, ring, []), None(count), 10);
        sheets.Should().HaveCount(10).And.OnlyContain(sheet => sheet.Lines.Length == AskListParameters.LongestSheet);
    }

    [Theory]
    [InlineData("karate", 0.7)]
    [InlineData("les_miserables", 0.6)]
    [InlineData("florentine_families", 1)]
    public void Half_of_what_F_and_DF_can_be_off_by_is_gone_after_fewer_sheets_than_at_random(string name, double most)
    {
        var network = AskedNetwork.WithoutPlaces(name, OracleNetwork.Read(name).Network);
        var seeds = Enumerable.Range(1, LongRun.Portion(9, of: 100)).ToArray();
        double[] Needed(AskStrategy strategy) => [.. seeds.Select(seed => (double)AskTrial.Of(network, strategy, seed).Both).Order()];
        (Needed(AskStrategy.AskList)[seeds.Length / 2] / Needed(AskStrategy.Random)[seeds.Length / 2]).Should().BeLessThanOrEqualTo(most);
    }

    private static IEnumerable<string> Told(IEnumerable<AskSheet> sheets) => sheets.Select(sheet => $"{sheet.Respondent}: {string.Join(',', sheet.Lines)}");

    private static bool IsIn(Network pairs, (int A, int B) pair) => pairs.Neighbors(pair.A).BinarySearch(pair.B) >= 0;

    private static Network None(int nodeCount) => Network.Of(nodeCount, []);

    private static ImmutableArray<AskSheet> Sheets(PartlyKnownNetwork known, Network meetings, int sheetCount, bool[]? mayAsk = null) =>
        AskSheets.Of(known, meetings, None(known.NodeCount), mayAsk, new() { SheetCount = sheetCount }, TestContext.Current.CancellationToken);

    private static IEnumerable<(int A, int B)> Pairs(int nodeCount) => from one in Enumerable.Range(0, nodeCount) from other in Enumerable.Range(0, one) select (other, one);

    private static PartlyKnownNetwork Partly(int nodeCount, int[] states, int unknown)
    {
        var pairs = Pairs(nodeCount).Zip(states).ToArray();
        return PartlyKnownNetwork.Of(
            nodeCount, pairs.Where(pair => pair.Second >= unknown && pair.Second % 2 == 0).Select(pair => pair.First), pairs.Where(pair => pair.Second >= unknown && pair.Second % 2 == 1).Select(pair => pair.First));
    }
}
