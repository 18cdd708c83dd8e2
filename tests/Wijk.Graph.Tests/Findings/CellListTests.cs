using System.Collections.Immutable;
using Wijk.Graph.Analysis.Overlap;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Overlap;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>What a coordinator takes to a meeting: which cells come first, who is in them by name, and what is left off.</summary>
public class CellListTests
{
    private readonly GraphBuilder graph = new();
    private readonly string[] domains;
    private readonly string east;

    public CellListTests()
    {
        domains = [.. new[] { "Sport", "Zorg", "Werk" }.Select(name => graph.Node(NodeKind.Domain, name))];
        east = graph.Area("Oost");
    }

    [Fact]
    public void What_was_asked_and_is_not_coordinated_comes_before_what_nobody_asked_and_that_before_what_is_coordinated()
    {
        var (first, second, third) = (Crowd("coordinated", 3), Crowd("unasked", 3), Crowd("asked", 3));
        TieAll(first, 4);
        TieAll(third, 1);
        Titles().Should().Equal("asked in Oost", "unasked in Oost", "coordinated in Oost");
        second.Should().HaveCount(3);
    }

    [Fact]
    public void What_fits_round_one_table_comes_before_pairs_and_before_crowds()
    {
        Crowd("crowd", 13);
        Crowd("pair", 2);
        Crowd("table", 12);
        Titles().Should().Equal("table in Oost", "pair in Oost", "crowd in Oost");
    }

    [Fact]
    public void Most_of_the_organisations_of_a_large_area_are_a_crowd()
    {
        Crowd("most", 8);
        Crowd("others", 5);
        Cells().Select(cell => (cell.Title.Nl, cell.Size)).Should().Equal(("others in Oost", CellSize.Table), ("most in Oost", CellSize.Crowd));
    }

    [Fact]
    public void Each_organisation_stands_on_the_list_with_what_it_does_who_pays_whom_to_ask_for_and_when()
    {
        var group = graph.Node(NodeKind.TargetGroup, "jongeren");
        var (fund, club) = (graph.Agency("Fonds"), graph.Agency("Club"));
        var measure = graph.Measure("sportuur", domains[0], club);
        graph.Relate(RelationKind.Funds, fund, measure, ("amount", 500m), ("currency", "EUR"));
        graph.Target(measure, group, east, "2026-01-01", "2026-12-31");
        graph.Professional("buurtsportcoach", club);
        graph.Professional("beheerder", club);
        graph.Target(graph.Measure("spreekuur", domains[1], graph.Agency("GGD")), group, east);

        var listed = Cells().Single().List;
        listed.Select(one => Name(one.Agency)).Should().Equal("Club", "GGD");
        listed[0].Contacts.Should().Equal("beheerder", "buurtsportcoach");
        var work = listed[0].Works.Should().ContainSingle().Which;
        (Name(work.Measure), Name(work.Domains.Single()), Name(work.Funders.Single())).Should().Be(("sportuur", "Sport", "Fonds"));
        work.Periods.Should().Equal(new DayRange(new DateOnly(2026, 1, 1).DayNumber, new DateOnly(2026, 12, 31).DayNumber));
        listed[1].Contacts.Should().BeEmpty("nobody who works for it is known");
        listed[1].Works.Single().Funders.Should().BeEmpty();
    }

    [Fact]
    public void The_largest_amount_is_named_when_it_is_most_of_the_money()
    {
        var group = graph.Node(NodeKind.TargetGroup, "jongeren");
        Paid("contract", 0, group, 900);
        Paid("klein", 1, group, 100);
        var cell = Cells().Single();
        cell.Reason.En.Should().Contain("EUR 1,000 granted for the whole, of which EUR 900 for contract");
        cell.Reason.Nl.Should().Contain("EUR 1.000 toegekend voor het geheel, waarvan EUR 900 voor contract");
        Paid("groter", 2, group, 1_000);
        Cells().Single().Reason.En.Should().Contain("EUR 2,000 granted for the whole)", "no amount is more than half of it");
    }

    [Fact]
    public void A_muted_group_is_left_off_and_said_to_be_with_who_muted_it()
    {
        Crowd("jongeren", 3);
        Crowd("iedereen", 3, ("muted", "coördinator Oost"));
        var answer = graph.Snapshot().Ask(new OverlapQuestion());
        answer.Cells.Should().ContainSingle().Which.Title.Nl.Should().Be("jongeren in Oost");
        answer.LeftOut.Should().ContainSingle().Which.MutedBy.Should().Be("coördinator Oost");
        answer.Reason.Nl.Should().Contain("1 combinatie staat niet op de lijst: iedereen is gedempt door coördinator Oost.");
        answer.Reason.En.Should().Contain("1 combination is not listed: iedereen was muted by coördinator Oost.");
        var all = graph.Snapshot().Ask(new OverlapQuestion { Muted = true });
        (all.Cells.Length, all.LeftOut.Length).Should().Be((2, 0));
        all.Reason.Nl.Should().NotContain("gedempt");
    }

    [Fact]
    public void What_was_found_in_a_muted_cell_is_found_again_by_its_key()
    {
        Crowd("jongeren", 3);
        Crowd("iedereen", 4, ("muted", "coördinator Oost"));
        var (answer, all) = (graph.Snapshot().Ask(new OverlapQuestion()), graph.Snapshot().Ask(new OverlapQuestion { Muted = true }));
        (answer.Findings.Length, all.Findings.Length).Should().Be((1, 2), "the two crowds are different organisations");
        answer.AllFindings.Take(1).Should().Equal(answer.Findings);
        answer.AllFindings.Select(finding => AnswerKeys.OfFinding(answer, finding))
            .Should().BeEquivalentTo(all.Findings.Select(finding => AnswerKeys.OfFinding(all, finding)));
    }

    [Fact]
    public void The_same_organisations_in_several_places_are_one_finding()
    {
        var west = graph.Area("West");
        var group = graph.Node(NodeKind.TargetGroup, "jongeren");
        foreach (var (name, domain) in new[] { ("Club", 0), ("GGD", 1) })
        {
            var measure = graph.Measure("werk van " + name, domains[domain], graph.Agency(name));
            foreach (var area in new[] { east, west }) graph.Target(measure, group, area);
        }

        var finding = graph.Snapshot().Ask(new OverlapQuestion()).Findings.Should().ContainSingle().Which;
        finding.Cells.Should().HaveCount(2);
        finding.Reason.Nl.Should().StartWith("Dezelfde organisaties (Club, GGD) vinden we in 2 combinaties: jongeren in Oost, jongeren in West.");
        finding.Reason.En.Should().StartWith("The same organisations (Club, GGD) are found in 2 combinations: jongeren in Oost, jongeren in West.");
    }

    private IEnumerable<string> Titles() => Cells().Select(cell => cell.Title.Nl);

    private ImmutableArray<OverlapCell> Cells() => graph.Snapshot().Ask(new OverlapQuestion()).Cells;

    private string Name(int node) => graph.Snapshot().Node(node).Name;

    private string[] Crowd(string name, int count, params (string Name, object? Value)[] attributes)
    {
        var group = graph.Node(NodeKind.TargetGroup, name, attributes);
        string[] agencies = [.. Enumerable.Range(0, count).Select(i => graph.Agency($"{name} {i:00}"))];
        foreach (var (i, agency) in agencies.Index()) graph.Target(graph.Measure($"werk van {name} {i:00}", domains[i % 3], agency), group, east);
        return agencies;
    }

    private void TieAll(string[] agencies, int level)
    {
        foreach (var (i, a) in agencies.Index())
        {
            foreach (var b in agencies[(i + 1)..]) graph.Tie(a, b, level);
        }
    }

    private void Paid(string name, int domain, string group, decimal amount)
    {
        var measure = graph.Measure(name, domains[domain], graph.Agency("van " + name));
        graph.Relate(RelationKind.Funds, graph.Agency("fonds van " + name), measure, ("amount", amount), ("currency", "EUR"));
        graph.Target(measure, group, east);
    }
}
