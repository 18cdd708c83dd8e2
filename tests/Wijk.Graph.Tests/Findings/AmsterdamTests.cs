using Wijk.Graph.Findings.Clusters;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public class AmsterdamTests
{
    [Fact]
    public async Task Fourteen_group_cells_of_which_six_overlap()
    {
        var snapshot = await Cities.AmsterdamAsync();
        var answer = snapshot.Ask(new OverlapQuestion());
        answer.Cells.Should().HaveCount(14);
        answer.Cells.Where(cell => cell.IsOverlapping)
            .Select(cell => (snapshot.Node(cell.Place.Group!.Value).Name, snapshot.Node(cell.Place.Area).Name, cell.PairCount, cell.Agencies.Length))
            .Should().Equal(
                ("jongeren", "West", 15, 9), ("jongeren", "Nieuw-West", 11, 7), ("ouderen", "Zuid", 9, 11), ("ouderen", "West", 5, 4),
                ("jongeren", "Zuid", 2, 3), ("jongeren", "Oost", 19, 15));
        answer.WhollyDifferentPairCount.Should().Be(answer.PairCount, "every grant has one theme");
    }

    [Fact]
    public async Task Youth_in_Oost_says_what_it_sees_and_that_nobody_was_asked()
    {
        var snapshot = await Cities.AmsterdamAsync();
        var cell = snapshot.Ask(new OverlapQuestion { Area = "Oost" }).Cells.Single(cell => snapshot.Node(cell.Place.Group!.Value).Name == "jongeren");
        cell.Size.Should().Be(CellSize.Crowd, "fifteen do not fit round one table");
        cell.Granted.Should().Equal([KeyValuePair.Create("EUR", 6_242_357m)]);
        cell.Reason.En.Should().Contain("15 organisations").And.Contain("5 schemes").And.Contain("EUR 6,242,357 granted for the whole, of which EUR 5,322,845 for").And.Contain("read from titles")
            .And.Contain("19 pairs come from different domains").And.Contain("0 of 105 pairs were asked").And.Contain("no proof of duplicated work");
        cell.Reason.Nl.Should().Contain("15 organisaties").And.Contain("EUR 6.242.357").And.Contain("0 van de 105 paren");
        cell.NextStep.En.Should().Contain("Show them this list");
    }

    [Fact]
    public async Task The_elderly_in_Oost_are_crowded_under_one_theme()
    {
        var snapshot = await Cities.AmsterdamAsync();
        var cell = snapshot.Ask(new OverlapQuestion { Area = "Oost" }).Cells.Single(cell => snapshot.Node(cell.Place.Group!.Value).Name == "ouderen");
        (cell.Agencies.Length, cell.Schemes.Length, cell.Granted["EUR"], cell.IsOverlapping).Should().Be((14, 6, 129_350m, false));
        cell.Reason.En.Should().Contain("13 of the 14 stand under").And.Contain("Of 1 we know no domain, or only a catch-all");
    }

    [Fact]
    public async Task The_activity_lens_sees_stadsdeel_by_theme_without_the_catch_all()
    {
        var snapshot = await Cities.AmsterdamAsync();
        var answer = snapshot.Ask(new OverlapQuestion { Lens = OverlapLens.Activity });
        answer.Cells.Should().HaveCount(34);
        var fullest = answer.Cells.MaxBy(cell => cell.Agencies.Length)!;
        (snapshot.Node(fullest.Place.Area).Name, snapshot.Node(fullest.Place.Activity!.Value).Name, fullest.Agencies.Length).Should().Be(("Oost", "Welzijn en Zorg", 72));
        fullest.Reason.En.Should().Contain("inferred: granted by a stadsdeel").And.NotContain("titles", "titles tell the group, which is not looked at here");
    }

    [Fact]
    public async Task Twelve_of_the_22_cells_of_group_theme_and_stadsdeel_have_two_or_more()
    {
        var snapshot = await Cities.AmsterdamAsync();
        var answer = snapshot.Ask(new OverlapQuestion { Lens = OverlapLens.Both });
        (answer.CellCount, answer.Cells.Length).Should().Be((22 + 1, 12), "of the one more only a residents' initiative is known");
        var fullest = answer.Cells.MaxBy(cell => cell.Agencies.Length)!;
        (fullest.Title.Nl, fullest.Agencies.Length).Should().Be(("Welzijn en Zorg voor ouderen in Oost", 13));
        answer.WhollyDifferentPairCount.Should().BeNull("they do the same");
    }

    [Fact]
    public async Task No_sentence_calls_anybody_uncoordinated()
    {
        var snapshot = await Cities.AmsterdamAsync();
        var sentences = Enum.GetValues<OverlapLens>().SelectMany(lens => snapshot.Ask(new OverlapQuestion { Lens = lens }).Cells)
            .SelectMany(cell => new[] { cell.Reason.En, cell.Reason.Nl, cell.NextStep.En, cell.NextStep.Nl });
        sentences.Should().NotContain(sentence => sentence.Contains("uncoordinated", StringComparison.OrdinalIgnoreCase)
            || sentence.Contains("ongecoördineerd", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task No_collaboration_is_recorded_so_there_is_no_F()
    {
        var answer = (await Cities.AmsterdamAsync()).Ask(new FragmentationQuestion());
        answer.Fragmentation.Should().BeNull();
        answer.Reason.En.Should().StartWith("No collaboration is recorded: 0 of ");
    }

    [Fact]
    public async Task Nothing_is_offered_as_advice_that_only_repeats_what_was_read()
    {
        var answer = (await Cities.AmsterdamAsync()).Ask(new ClustersQuestion());
        answer.Clusters.Should().NotBeEmpty().And.OnlyContain(cluster => !cluster.CouldBeAdvice);
        answer.Clusters.Should().OnlyContain(cluster => cluster.TieCount == 0 && cluster.Reason.En.Contains("no advice", StringComparison.Ordinal));
        answer.Reason.En.Should().Contain("There is nothing to advise now");
    }

    [Fact]
    public async Task A_hundred_and_forty_two_recipients_have_money_of_two_or_more_departments()
    {
        var snapshot = await Cities.AmsterdamAsync();
        var counts = snapshot.NumbersOf(NodeKind.Agency).Select(agency => snapshot.Outgoing(RelationKind.Runs).Neighbors(agency).ToArray()
            .SelectMany(measure => snapshot.Incoming(RelationKind.Funds).Relations(measure).ToArray())
            .Where(grant => snapshot.Relation(grant).Attributes.Number("amount") > 0)
            .Select(grant => snapshot.From(grant)).Distinct().Count()).ToArray();
        (counts.Count(count => count > 0), counts.Count(count => count > 1)).Should().Be((947, 142));
    }

    [Fact]
    public async Task Places_in_titles_change_nothing_of_what_is_said_of_the_districts()
    {
        var (without, with) = (await Cities.AmsterdamAsync(), await Cities.AmsterdamWithAreasAsync());
        foreach (var lens in Enum.GetValues<OverlapLens>())
        {
            var question = new OverlapQuestion { Lens = lens, AreaLevel = "stadsdeel" };
            Said(with, question).Should().BeEquivalentTo(Said(without, question));
        }

        static IEnumerable<(string, int, long, int)> Said(GraphSnapshot snapshot, OverlapQuestion question) =>
            snapshot.Ask(question).Cells.Select(cell => (cell.Title.Nl, cell.Agencies.Length, cell.PairCount, cell.Initiatives.Length));
    }

    [Fact]
    public async Task Four_organisations_for_culture_meet_in_the_Erasmuspark_by_their_titles()
    {
        var snapshot = await Cities.AmsterdamWithAreasAsync();
        var cell = snapshot.Ask(new OverlapQuestion { Lens = OverlapLens.Activity, Area = "Erasmuspark" }).Cells.Should().ContainSingle().Which;
        cell.Agencies.Select(agency => snapshot.Node(agency.Actor).Name).Should().BeEquivalentTo(
            "Amsterdams Andalusisch Orkest", "Stichting Grachtenfestival", "Stichting Operatie Periscoop", "Terrasmus");
        cell.Reason.Nl.Should().Contain("afgeleid: gebied genoemd in de titel of de naam van de ontvanger");
        cell.Reason.En.Should().Contain("inferred: area named in the title or in the name of the recipient");
    }
}
