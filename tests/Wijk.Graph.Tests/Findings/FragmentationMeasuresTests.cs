using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Fragmentation;
using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

/// <summary>What is asked of fragmentation beside F: lines, brokers, shared trajectories, departments, and two days.</summary>
public class FragmentationMeasuresTests
{
    private readonly GraphBuilder graph = new();

    [Fact]
    public void The_opening_counts_pairs_that_certainly_have_a_path_and_those_of_which_nothing_is_known()
    {
        // 0-1-2 hang together; 3 and 4 are asked of nobody.
        var agencies = Agencies(5);
        graph.Tie(agencies[0], agencies[1], 3);
        graph.Tie(agencies[1], agencies[2], 1);
        Ask().Opening.En.Should().Be("Of the 10 pairs between the 5 who are active here or of whom contact is known, 3 certainly have a path to each other, some along a detour; of the other 7 we do not know whether there is one.");
        Ask(3).Opening.Nl.Should().Be("Van de 10 paren tussen de 5 die hier actief zijn of van wie contact bekend is, heeft er zeker 1 een weg naar elkaar op niveau 3 (stemmen af) of hoger, soms langs een omweg; van de andere 9 weten we niet of die weg er is.");
    }

    [Fact]
    public void The_opening_says_who_certainly_has_no_path_once_that_is_known()
    {
        var agencies = Agencies(3);
        graph.Tie(agencies[0], agencies[1], 2);
        graph.Tie(agencies[0], agencies[2], 0);
        graph.Tie(agencies[1], agencies[2], 0);
        Ask().Opening.En.Should().EndWith("1 certainly has a path to each other, some along a detour, and 2 certainly not.");
    }

    [Fact]
    public void Where_nothing_is_known_the_opening_says_so_and_no_measure_is_guessed()
    {
        Agencies(4);
        var answer = Ask();
        answer.Opening.En.Should().StartWith("No collaboration is recorded: 0 of 6 pairs asked.");
        (answer.SilosBy(GroupedBy.Sphere), answer.DivisionBy(GroupedBy.Domain), answer.CorePeriphery(), answer.BrokerBands()).Should().Be((null, null, null, null));
        answer.Brokers().Should().BeEmpty();
    }

    [Fact]
    public void A_silo_may_show_between_spheres_and_not_between_domains()
    {
        // Housing and streets are physical, care and welfare social: every tie crosses domains and none crosses spheres.
        var agencies = new[] { ("wonen", "physical"), ("straten", "physical"), ("zorg", "social"), ("welzijn", "social") }
            .Select(domain => graph.Node(NodeKind.Domain, domain.Item1, ("sphere", domain.Item2)))
            .SelectMany(domain => Enumerable.Range(0, 3).Select(place =>
            {
                var agency = graph.Agency($"{domain} {place}");
                graph.Relate(RelationKind.InDomain, agency, domain);
                return agency;
            })).ToArray();
        for (var one = 0; one < 3; one++)
        {
            for (var other = 0; other < 3; other++)
            {
                graph.Tie(agencies[one], agencies[3 + other], 2);
                graph.Tie(agencies[6 + one], agencies[9 + other], 2);
            }
        }

        var (bySphere, byDomain) = (Ask().SilosBy(GroupedBy.Sphere)!, Ask().SilosBy(GroupedBy.Domain)!);
        (bySphere.InternalCount, bySphere.ExternalCount, byDomain.InternalCount, byDomain.ExternalCount).Should().Be((18L, 0L, 0L, 18L));
        // Of 66 pairs 30 are of one sphere: chance puts 18 · 30 / 66 inside.
        bySphere.ExpectedInternalCount.Should().BeApproximately(18 * 30 / 66.0, 1e-9);
        bySphere.Test.PValue.Should().BeLessThan(0.05);
        bySphere.Reason.En.Should().StartWith("Of 18 ties of which we know the sphere of policy of both ends 18 stay inside it (E-I -1.00). If ties took no notice of spheres of policy it would be about 8; that points to silos: more than chance gives.");
        bySphere.Reason.Nl.Should().Contain("blijven er 18 binnen de beleidssfeer (E-I -1,00)").And.Contain("meer dan toeval geeft");
        bySphere.Groups.Select(group => group.Group.Name.En).Should().Equal("physical", "social");
        byDomain.Reason.En.Should().Contain("0 stay inside it (E-I 1.00)");
        bySphere.Bounds!.Value.Contains(-1).Should().BeTrue();

        var division = Ask().DivisionBy(GroupedBy.Sphere)!;
        division.Division.Given.Should().BeApproximately(0.5, 1e-9, "two halves without a tie between them");
        division.Division.Best.Should().BeApproximately(0.5, 1e-6);
        division.Band.Contains(0.5).Should().BeTrue();
        division.Reason.En.Should().StartWith("A division by spheres of policy fits the ties with 0.50 (modularity), better than chance would give");
    }

    [Fact]
    public void A_department_counts_as_the_municipality_when_that_is_asked()
    {
        var (municipality, department, desk) = (graph.Agency("gemeente"), graph.Agency("afdeling"), graph.Agency("loket"));
        graph.Relate(RelationKind.PartOf, department, municipality);
        graph.Relate(RelationKind.PartOf, desk, department);
        var (school, police) = (graph.Agency("school"), graph.Agency("politie"));
        graph.Tie(municipality, department, 4);
        graph.Tie(desk, school, 2);
        graph.Tie(municipality, police, 1);
        var (apart, whole) = (Ask(), graph.Snapshot().Ask(new FragmentationQuestion { Wholes = true }));
        (apart.Components.Length, apart.ActorCount, apart.MergedCount).Should().Be((2, 5, 0));
        (whole.Components.Length, whole.ActorCount, whole.MergedCount, whole.TieCount).Should().Be((1, 3, 2, 2));
        whole.Reason.En.Should().StartWith("Of 3 pairs 2 were asked;").And.Contain("2 organisations count here as the one they are part of.");
        whole.Members.Select(member => whole.View.Graph.Node(member).Name).Should().BeEquivalentTo("gemeente", "school", "politie");
        var key = AnswerKeys.Of(AnswerKeys.Component, whole, whole.Components[0][0]);
        (AnswerKeys.FragmentationOf(key), AnswerKeys.FragmentationOf(AnswerKeys.Of(AnswerKeys.Component, apart, apart.Components[0][0])))
            .Should().Be((new FragmentationQuestion { Wholes = true }, new FragmentationQuestion()));
    }

    [Fact]
    public void Two_departments_have_the_highest_level_of_both_and_keep_who_carries_it()
    {
        var (municipality, one, other) = (graph.Agency("gemeente"), graph.Agency("een"), graph.Agency("twee"));
        graph.Relate(RelationKind.PartOf, one, municipality);
        graph.Relate(RelationKind.PartOf, other, municipality);
        var school = graph.Agency("school");
        graph.Tie(one, school, 1);
        var person = graph.Professional("medewerker", other);
        graph.Tie(person, school, 3);
        FragmentationAnswer At(int level) => graph.Snapshot().Ask(new FragmentationQuestion { Wholes = true, Level = level });
        (At(3).TieCount, At(4).TieCount).Should().Be((1, 0));
        At(3).PersonBridges.Should().ContainSingle("at level 3 only the employee holds it");
        At(1).PersonBridges.Should().BeEmpty("at level 1 the other department does too");
    }

    [Fact]
    public void Who_stands_between_others_is_certain_only_of_pairs_that_were_asked()
    {
        // The middle knows a school, the police and an initiative; of the school and the police it is known that they do not know each other.
        var middle = Typed("welzijn", "welfare");
        var (school, police, initiative) = (Typed("school", "school"), Typed("politie", "police"), graph.Node(NodeKind.Initiative, "tuin"));
        foreach (var contact in new[] { school, police, initiative }) graph.Tie(middle, contact, 2);
        graph.Tie(school, police, 0);
        var answer = Ask();
        var broker = answer.Brokers()[0];
        answer.View.Graph.Node(broker.Actor).Key.Should().Be(middle);
        (broker.ByPerspective.Known.Liaison, broker.ByPerspective.Certain.Liaison, broker.ContactCount).Should().Be((3L, 1L, 3));
        broker.Hole.EffectiveSize.Should().Be(3);
        broker.Hole.Constraint.Should().BeApproximately(1 / 3.0, 1e-12);
        answer.BrokerBands()![broker.Actor].Betweenness.High.Should().Be(3);
        answer.BrokerBands()![broker.Actor].Betweenness.Low.Should().BeLessThan(3, "a tenth left out leaves fewer to stand between");
    }

    [Fact]
    public void A_person_is_never_a_broker_or_named_in_a_core()
    {
        var agencies = Agencies(6);
        var person = graph.Node(NodeKind.Professional, "Vera Voorbeeld", ("role", "verbinder"));
        foreach (var agency in agencies) graph.Tie(person, agency, 3);
        var answer = Ask();
        answer.Brokers().Should().HaveCount(6).And.NotContain(broker => answer.View.Graph.Node(broker.Actor).Kind == NodeKind.Professional);
        var core = answer.CorePeriphery()!;
        (core.Core.Length, core.Chance.Fit).Should().Be((1, 1.0), "a star has its middle as core");
        core.Reason.ToString().Should().NotContain("Vera");
        core.Reason.En.Should().StartWith("A core and a periphery explain 100% of the ties, and chance gives ").And.EndWith("; that may be chance.", "with so few ties chance often makes a star");
    }

    [Fact]
    public void A_few_through_whom_ties_run_are_a_core_only_where_they_know_each_other()
    {
        // Three hubs with eight leaves each, with contact among themselves or without.
        foreach (var (isCore, verdict) in new[] { (true, "together they are a core."), (false, "each is a hub, and together they are no core.") })
        {
            var made = new GraphBuilder();
            string[] hubs = [made.Agency("h1"), made.Agency("h2"), made.Agency("h3")];
            foreach (var hub in hubs)
            {
                for (var leaf = 0; leaf < 8; leaf++) made.Tie(hub, made.Agency($"{hub} {leaf}"), 2);
            }

            foreach (var (one, other) in new[] { (0, 1), (0, 2), (1, 2) }) made.Tie(hubs[one], hubs[other], isCore ? 2 : 0);
            var core = made.Snapshot().Ask(new FragmentationQuestion()).CorePeriphery()!;
            core.Reason.En.Should().StartWith($"Of the {(isCore ? 27 : 24)} ties {(isCore ? 27 : 24)} have one of these 3 of the 27 at an end (h1, h2, h3). Among themselves they have contact in {(isCore ? 3 : 0)} of the 3 pairs: {verdict}");
        }
    }

    [Fact]
    public void Who_share_a_trajectory_are_a_network_of_their_own_and_large_tables_are_told()
    {
        var agencies = Agencies(30);
        var (large, small) = (graph.Node(NodeKind.Trajectory, "Groot overleg"), graph.Node(NodeKind.Trajectory, "Klein overleg"));
        foreach (var agency in agencies[..25]) graph.Relate(RelationKind.MemberOf, agency, large);
        foreach (var agency in agencies[24..27]) graph.Relate(RelationKind.MemberOf, agency, small);
        var found = Ask().Trajectories();
        (found.ActorCount, found.Tables.LargeCount, found.Tables.All.ConnectedPairCount, found.Tables.WithoutLarge.ConnectedPairCount).Should().Be((27, 1, 351L, 3L));
        found.Reason.En.Should().Be("The 27 who take part in 2 trajectories together are all connected that way. But 1 trajectory has more than 20 members: without those large tables 3 of the 351 connected pairs are still connected. "
            + "Whether they have contact outside a trajectory, or coordinate, we do not know from that.");
        Ask().IsKnown.Should().BeFalse("sharing a trajectory is no collaboration that was asked for");
    }

    [Fact]
    public void A_professional_takes_part_in_a_trajectory_for_their_organisation()
    {
        var agencies = Agencies(2);
        var trajectory = graph.Node(NodeKind.Trajectory, "Samen");
        graph.Relate(RelationKind.MemberOf, graph.Professional("wijkverpleegkundige", agencies[0]), trajectory);
        graph.Relate(RelationKind.MemberOf, agencies[1], trajectory);
        Ask().Trajectories().Reason.Nl.Should().StartWith("De 2 die samen meedoen aan 1 ontwikkeltraject, zijn zo allemaal met elkaar verbonden.");
        new GraphBuilder().Snapshot().Ask(new FragmentationQuestion()).Trajectories().Reason.Nl.Should().StartWith("We kennen geen ontwikkeltraject");
    }

    [Fact]
    public void Who_pays_whom_is_a_network_of_its_own_and_every_sentence_says_so()
    {
        // A fund pays 22 runners and a bank pays 1 of them and 1 other; a refused grant pays nobody, and money into a scheme is no grant.
        var (fund, bank, refuser) = (graph.Agency("fonds"), graph.Agency("bank"), graph.Agency("weigeraar"));
        var runners = Agencies(23);
        string[] works = [.. runners.Select(runner => graph.Measure($"werk van {runner}", null, runner))];
        foreach (var work in works[..22]) graph.Relate(RelationKind.Funds, fund, work, ("amount", 100m), ("year", 2025));
        foreach (var work in works[21..]) graph.Relate(RelationKind.Funds, bank, work, ("amount", 5m), ("year", 2025));
        graph.Relate(RelationKind.Funds, refuser, works[0], ("amount", 0m), ("year", 2025));
        graph.Relate(RelationKind.Funds, refuser, graph.Node(NodeKind.Measure, "regeling", ("type", "scheme")), ("amount", 9m), ("year", 2025));
        var answer = graph.Snapshot().Ask(new FragmentationQuestion { Network = FragmentationNetwork.Funding });
        var found = answer.Shared!;
        (found.ActorCount, found.ActiveCount, found.Tables.TableCount, found.Tables.LargeCount, found.Tables.All.ConnectedPairCount, found.Tables.WithoutLarge.ConnectedPairCount).Should().Be((25, 25, 2, 1, 300L, 3L));
        found.Reason.En.Should().Be("In the network of money of 2 payers the 25 that pay or are paid are all connected. In the network of money 1 payer has 20 recipients or more: without those large payers 3 of the 300 connected pairs are still connected. "
            + "Whether they collaborate as well, the network of money does not say.");
        (answer.Fragmentation, answer.Bounds, answer.IsKnown, answer.Closure()).Should().Be((null, null, false, null));
        answer.Reason.En.Should().StartWith(found.Reason.En).And.NotContain("No collaboration is recorded");
        answer.NextStep.Nl.Should().Be("Vraag wie in het netwerk van geld ook samenwerken, en leg dat vast.");
        answer.Coverage[0].Should().Be(new Coverage(new("organisaties en initiatieven die voorkomen in het netwerk van geld", "organisations and initiatives that occur in the network of money"), 25, 26));
        answer.Evidence.Should().HaveCount(24);
    }

    [Fact]
    public void Who_work_for_the_same_people_are_a_network_of_their_own_in_an_area()
    {
        var (east, west, youth, elderly) = (graph.Area("Oost"), graph.Area("West"), graph.Node(NodeKind.TargetGroup, "jongeren"), graph.Node(NodeKind.TargetGroup, "ouderen"));
        var agencies = Agencies(6);
        foreach (var (agency, place) in agencies.Select((agency, place) => (agency, place)))
            graph.Target(graph.Measure($"werk van {agency}", null, agency), place < 3 ? youth : elderly, place < 5 ? east : west);
        var everywhere = graph.Snapshot().Ask(new FragmentationQuestion { Network = FragmentationNetwork.SharedCells }).Shared!;
        everywhere.Reason.Nl.Should().Be("In het netwerk van gedeelde doelgroepen met 2 combinaties van doelgroep en gebied vormen de 5 die daar werken, 2 losse delen, het grootste met 3: 60% van de paren heeft daarin geen weg naar elkaar (F). "
            + "Of zij elkaar kennen of afstemmen, zegt het netwerk van gedeelde doelgroepen niet.");
        everywhere.Reason.En.Should().StartWith("In the network of shared target groups of 2 combinations of target group and area the 5 that work there form 2 separate parts, the largest of 3: 60% of the pairs have no path to each other in it (F).");
        graph.Snapshot().Ask(new FragmentationQuestion { Network = FragmentationNetwork.SharedCells, Area = "West" }).Opening.En
            .Should().Be("There is no area where two or more parties from here work for the same target group: the network of shared target groups is empty.");
    }

    [Fact]
    public void Who_know_the_same_third_know_each_other_or_not_or_it_is_not_known()
    {
        // 0 knows 1, 2 and 3; 1 and 2 know each other, 1 and 3 do not, and of 2 and 3 nobody asked.
        var agencies = Agencies(4);
        foreach (var (one, other, level) in new[] { (0, 1, 2), (0, 2, 1), (0, 3, 3), (1, 2, 2), (1, 3, 0) }) graph.Tie(agencies[one], agencies[other], level);
        var closure = Ask().Closure()!;
        (closure.Triples.TripleCount, closure.Triples.ClosedCount, closure.Triples.OpenCount, closure.Triples.UnknownCount).Should().Be((5L, 3L, 1L, 1L));
        closure.Coefficient.Should().Be(0.6);
        closure.Triples.Share.Should().Be(new Graph.Analysis.Bounds.Interval(0.6, 0.8));
        closure.Band!.Value.Contains(0.6).Should().BeTrue();
        closure.Reason.En.Should().Be("Of the 5 times that two parties have contact with the same third, they have such contact with each other 3 times and have none 1 time; of the other 1 we do not know. Where they have no contact that third can introduce them.");
        closure.Reason.Nl.Should().Be("Van de 5 keer dat twee partijen contact hebben met dezelfde derde, hebben zij 3 keer ook zo’n contact met elkaar en 1 keer niet; van de andere 1 weten we het niet. Waar zij geen contact hebben, kan die derde hen aan elkaar voorstellen.");
        Ask(2).Closure()!.Reason.En.Should().StartWith("Of the 2 times that two parties have contact at level 2 or higher with the same third, they have such contact with each other 0 times and have none 2 times. Where they have no contact that third can introduce them.", "of 0 and 2 it is known that they only know each other");
        Ask(4).Closure().Should().BeNull("nobody has contact with two others");
        Ask().Brokers().Single(broker => broker.ContactCount == 3).Clustering.Should().BeApproximately(1 / 3.0, 1e-12);
        Ask().BrokerBands()!.Values.Should().OnlyContain(band => band.Clustering == null || band.Clustering.Value.High <= 1);
    }

    [Fact]
    public void Asking_more_is_told_apart_from_a_network_that_changed()
    {
        var agencies = Agencies(5);
        TieSince("2025-01-01", agencies[0], agencies[1], 3);
        TieSince("2026-03-01", agencies[2], agencies[3], 3);
        TieSince("2026-03-01", agencies[0], agencies[2], 0);
        var change = At("2026-06-01").Since(new(2026, 1, 1));
        (change.Change.SharedCount, change.Change.NewlyKnownCount).Should().Be((1, 2));
        change.Reason.En.Should().Be("On 1 January 2026 F was 0%, over the 2 of whom we knew something; on 1 June 2026 it is 67%, over 4. "
            + "As far as we see the network did not change: of the 1 pair known on both days none is different. The difference comes from 2 pairs that became known.");
        change.Reason.Nl.Should().EndWith("Het verschil komt doordat er 2 paren bekend zijn bijgekomen.");
    }

    [Fact]
    public void A_contact_that_was_reported_gone_is_a_change_of_the_network()
    {
        var agencies = Agencies(3);
        TieSince("2025-01-01", agencies[0], agencies[1], 3);
        Ended("2026-02-28", agencies[1], agencies[2], 3);
        TieSince("2026-03-01", agencies[1], agencies[2], 0, "later");
        var change = At("2026-06-01").Since(new(2026, 1, 1));
        change.DisputedCount.Should().Be(0);
        change.Reason.En.Should().EndWith("The network changed: of the 2 pairs known on both days 0 gained contact and 1 lost it; over those pairs alone F went from 0% to 67%.");
    }

    [Fact]
    public void A_second_report_that_differs_is_not_told_as_a_change_of_the_network()
    {
        var agencies = Agencies(3);
        TieSince("2025-01-01", agencies[0], agencies[1], 3);
        TieSince("2025-01-01", agencies[1], agencies[2], 3);
        TieSince("2026-03-01", agencies[1], agencies[2], 0, "later");
        At("2026-06-01").Since(new(2026, 1, 1)).Reason.En.Should().EndWith("Whether the network itself changed we do not know: of the 2 pairs known on both days 1 differs, and there the reports contradict each other; "
            + "then the lowest level counts. Nothing else is different; over those pairs alone F went from 0% to 67%.");
    }

    [Fact]
    public void When_nothing_was_known_or_no_pair_on_both_days_the_difference_says_nothing_of_the_network()
    {
        var agencies = Agencies(3);
        TieSince("2026-03-01", agencies[0], agencies[1], 3);
        At("2026-06-01").Since(new(2026, 1, 1)).Reason.En.Should().StartWith("On 1 January 2026 nothing was known of any pair. On 1 June 2026 F is 0%, over the 2 of whom we know something. Not one pair is known on both days");
        At("2026-06-01").Since(new(2026, 5, 1)).Reason.En.Should().EndWith("Nothing changed: the same 1 pair are known, with the same answer.");
        At("2026-01-01").Since(new(2025, 1, 1)).Reason.Nl.Should().Be("Op 1-1-2025 was van geen enkel paar iets bekend, en op 1-1-2026 is dat nog zo.");
    }

    [Fact]
    public void An_isolated_initiative_has_its_ways_or_whom_to_ask()
    {
        var (initiative, municipality) = (graph.Node(NodeKind.Initiative, "tuin"), graph.Node(NodeKind.Agency, "gemeente", ("type", "municipality")));
        graph.Relate(RelationKind.MemberOf, initiative, graph.Node(NodeKind.Trajectory, "Groen"));
        graph.Relate(RelationKind.MemberOf, municipality, "trajectory:test:Groen");
        var answer = Ask();
        var ways = answer.IsolatedWays()[answer.IsolatedInitiatives.Single().Initiative];
        ways.Reason.En.Should().StartWith("tuin: 1 way to somebody who pays or decides.");
    }

    [Fact]
    public async Task In_Voorbeeldwijk_the_silo_is_between_spheres_and_the_connector_can_be_backed_up()
    {
        var answer = (await Cities.VoorbeeldwijkAsync()).Ask(new FragmentationQuestion());
        var (bySphere, byDomain) = (answer.SilosBy(GroupedBy.Sphere)!, answer.SilosBy(GroupedBy.Domain)!);
        bySphere.Test.Index.Should().BeLessThan(0).And.BeLessThan(bySphere.Test.Expected);
        byDomain.Test.Index.Should().BeApproximately((15 - 11) / 26.0, 1e-12, "so its README says");
        (byDomain.InternalCount, byDomain.ExternalCount, byDomain.Test.PValue).Should().Be((answer.Silos!.InternalCount, answer.Silos.ExternalCount, answer.Silos.PValue));
        var connector = answer.PersonBridges[0];
        connector.CutOff.Should().HaveCount(7);
        var backUps = FragmentationAnswer.BackUpsOf(answer.View, connector).ToArray();
        backUps.Should().HaveCount(3).And.OnlyContain(found => found.KnownCount > 1);
        backUps.Select(found => connector.CutOff.Contains(found.Organisation) || connector.CutOff.Contains(found.Person)).Should().Contain([true, false], "nobody else knows both sides");
        backUps.Select(found => found.Reason.ToString()).Should().NotContain(reason => reason.Contains("Wim", StringComparison.Ordinal));
        answer.Trajectories().Reason.Nl.Should().StartWith("De ");
    }

    private string[] Agencies(int count) => [.. Enumerable.Range(0, count).Select(i => graph.Agency($"agency {i:00}"))];

    private string Typed(string name, string type) => graph.Node(NodeKind.Agency, name, ("type", type));

    private void TieSince(string since, string a, string b, int level, string reportedBy = "rondgang") =>
        graph.RelateSince(since, RelationKind.Collaborates, a, b, ("level", level), ("basis", "asked"), ("reportedBy", reportedBy));

    private void Ended(string until, string a, string b, int level) =>
        graph.RelateUntil(until, RelationKind.Collaborates, a, b, ("level", level), ("basis", "asked"), ("reportedBy", "rondgang"));

    private FragmentationAnswer Ask(int level = 1) => graph.Snapshot().Ask(new FragmentationQuestion { Level = level });

    private FragmentationAnswer At(string day)
    {
        var asked = DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
        return new FragmentationQuestion { AsOf = asked }.Ask(GraphView.Of(graph.Snapshot()), asked, TestContext.Current.CancellationToken);
    }
}
