using Wijk.Graph.Import;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Import.Mappings;

public class AmsterdamSubsidiesTests
{
    private static readonly Lazy<MappedRecords> Records = new(() => RealData.Run("amsterdam-subsidies", "amsterdam-subsidies-2016"));

    [Fact]
    public void The_counts_are_those_computed_independently()
    {
        var records = Records.Value;
        records.Refused.Should().BeEmpty();
        records.Files.Single().Should().Be(new FileRead("amsterdam-subsidies-2016.json", "utf-8", 2691));
        var agencies = records.NodesOf(NodeKind.Agency).ToArray();
        agencies.Count(agency => agency.Attributes.Text("type") == "unknown").Should().Be(1085);
        agencies.Count(agency => agency.Attributes.Text("type") == "municipality").Should().Be(8);
        agencies.Count(agency => agency.Attributes.Text("type") == "district").Should().Be(7);
        records.NodesOf(NodeKind.Initiative).Should().HaveCount(444);
        records.NodesOf(NodeKind.Measure).Count(measure => measure.Attributes.Text("type") == "project").Should().Be(2217); // 2,218 titles as they stand; two differ only in who asked
        records.NodesOf(NodeKind.Measure).Count(measure => measure.Attributes.Text("type") == "scheme").Should().Be(146);
        records.NodesOf(NodeKind.Domain).Should().HaveCount(14);
        records.RelationsOf(RelationKind.Funds).Should().HaveCount(2691);
        records.RelationsOf(RelationKind.Funds).Sum(grant => grant.Attributes.Number("amount")).Should().Be(427_419_075m);
    }

    [Fact]
    public void Recipients_with_money_from_two_or_more_departments_are_142()
    {
        var runs = Records.Value.RelationsOf(RelationKind.Runs).ToDictionary(run => run.To, run => run.From);
        Records.Value.RelationsOf(RelationKind.Funds)
            .Where(grant => grant.Attributes.Number("amount") > 0 && runs.ContainsKey(grant.To))
            .GroupBy(grant => runs[grant.To]).Count(grants => grants.Select(grant => grant.From).Distinct().Count() >= 2)
            .Should().Be(142);
    }

    [Fact]
    public void A_title_of_an_initiative_is_nowhere_but_in_its_personal_attribute()
    {
        var titles = Records.Value.NodesOf(NodeKind.Initiative).Select(initiative => initiative.Attributes.Text("title")!)
            .Where(title => title.Length > 25).ToHashSet();
        titles.Should().NotBeEmpty();
        foreach (var initiative in Records.Value.NodesOf(NodeKind.Initiative))
        {
            initiative.Key.Should().MatchRegex("^initiative:amsterdam-subsidies:[0-9a-f]{32}$");
            initiative.Name.Should().StartWith("Bewonersinitiatief, ");
        }

        var shown = Records.Value.Nodes.Where(node => node.Record.Kind is NodeKind.Targeting).SelectMany(node => node.Record.Inference!.Words.Append(node.Record.Key));
        shown.Where(text => text.Contains("initiative%3A", StringComparison.Ordinal) || !text.Contains(':', StringComparison.Ordinal))
            .Where(text => titles.Any(title => text.Contains(title, StringComparison.OrdinalIgnoreCase))).Should().BeEmpty();
    }

    [Fact]
    public void Who_asked_for_a_grant_is_in_no_name_and_in_no_key()
    {
        Records.Value.Nodes.Select(node => node.Record.Key).Concat(Records.Value.Nodes.Select(node => node.Record.Name))
            .Where(text => text is not null && (text.Contains("aanvrager", StringComparison.OrdinalIgnoreCase) || text.Contains("(mw", StringComparison.OrdinalIgnoreCase)))
            .Should().BeEmpty();
        Records.Value.NodesOf(NodeKind.Measure).Select(measure => measure.Name)
            .Should().Contain(["Film Kleine Wereldondernemers", "Crea Bea Club Molenwijkkamer", "Klaverjasgroep de Banne"]);
        Records.Value.NodesOf(NodeKind.Agency).Select(agency => agency.Name).Should().Contain("Sterren van de hemel");
    }

    [Fact]
    public void Groups_are_read_from_project_titles_into_14_cells()
    {
        var area = Ends(RelationKind.In);
        var group = Ends(RelationKind.For);
        group.Keys.Select(targeting => (group[targeting], area[targeting])).Distinct().Should().HaveCount(14);
        var runs = Records.Value.RelationsOf(RelationKind.Runs).ToDictionary(run => run.To, run => run.From);
        var measure = Ends(RelationKind.Of);
        var inOost = group.Keys.Where(targeting => area[targeting] == "area:amsterdam:M" && group[targeting] == "targetgroup:amsterdam-subsidies:jongeren")
            .Select(targeting => measure[targeting]).Where(runs.ContainsKey).ToHashSet();
        inOost.Select(project => runs[project]).Distinct().Should().HaveCount(15);
        Records.Value.RelationsOf(RelationKind.Funds).Where(grant => inOost.Contains(grant.To)).Sum(grant => grant.Attributes.Number("amount"))
            .Should().Be(6_242_357m);
    }

    [Fact]
    public void What_is_inferred_says_by_which_rule_and_words()
    {
        var targetings = Records.Value.NodesOf(NodeKind.Targeting).ToArray();
        targetings.Should().OnlyContain(targeting => targeting.Source == Inference.Source && targeting.Origin == "amsterdam-subsidies"
            && targeting.ValidFrom == PartialDate.OfYear(2016) && targeting.ValidTo == PartialDate.OfYear(2016));
        targetings.Select(targeting => targeting.Inference!.Rule).Distinct().Should().BeEquivalentTo(new Words[]
        {
            new("toegekend door een stadsdeel", "granted by a stadsdeel"),
            new("toegekend door een stadsdeel; ouderen in projecttitels", "granted by a stadsdeel; elderly in project titles"),
            new("toegekend door een stadsdeel; jongeren in projecttitels", "granted by a stadsdeel; youth in project titles"),
        });
        targetings.Should().OnlyContain(targeting => targeting.Inference!.Words.IsEmpty == (targeting.Inference.Rule.En == "granted by a stadsdeel"));
    }

    [Fact]
    public void Areas_are_stubs_in_the_namespace_of_the_city()
    {
        var areas = Records.Value.NodesOf(NodeKind.Area).ToArray();
        areas.Should().HaveCount(7).And.OnlyContain(area => area.IsStub);
        areas.Select(area => area.Key).Should().Contain("area:amsterdam:M");
    }

    [Fact]
    public void Algemeen_is_a_catch_all_and_no_other_theme_is() =>
        Records.Value.NodesOf(NodeKind.Domain).Where(domain => domain.Attributes.IsTrue("catchAll")).Select(domain => domain.Name).Should().Equal("Algemeen");

    [Fact]
    public void The_blank_project_and_repeats_and_near_duplicates_are_told()
    {
        var warnings = Records.Value.Warnings.Select(warning => warning.ToString()).ToArray();
        warnings.Should().ContainSingle(warning => warning.Contains("row 1: the project is blank"));
        warnings.Should().ContainSingle(warning => warning.Contains("7 rows repeat an earlier row exactly"));
        warnings.Should().Contain(warning => warning.Contains("'Stichting Samenwonen-Samenleven': this name is nearly the same as 'Samenwonen-Samenleven'"));
        warnings.Should().Contain(warning => warning.Contains("'Stichting Turningpoint'"));
        warnings.Should().Contain(warning => warning.Contains("'Mops kinderopvang'"));
    }

    [Fact]
    public void The_same_file_gives_the_same_records()
    {
        var again = RealData.Run("amsterdam-subsidies", "amsterdam-subsidies-2016");
        again.ContentHash.Should().Be(Records.Value.ContentHash);
        again.Nodes.SequenceEqual(Records.Value.Nodes).Should().BeTrue();
        again.Relations.SequenceEqual(Records.Value.Relations).Should().BeTrue();
    }

    private static Dictionary<string, string> Ends(RelationKind kind) => Records.Value.RelationsOf(kind).ToDictionary(relation => relation.From, relation => relation.To);
}
