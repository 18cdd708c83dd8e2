using System.Collections.Immutable;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Merges;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.Testing;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Import.Merges;

public sealed class MergeTests
{
    private const string Coordinator = "coordinator";

    [Fact]
    public void Two_that_are_made_one_and_two_again_give_the_very_same_graph()
    {
        var joined = 0;
        for (var seed = 1; seed <= LongRun.Portion(80, 600); seed++)
        {
            var random = new RandomGraph(seed);
            var (nodes, relations) = random.Graph(60, 400);
            var before = new GraphContents(new(1, Monday), nodes, relations);
            if (TryJoin(before, random) is not var (merged, merge)) continue;
            joined++;
            ShouldBeWhole(merged);
            merged.Nodes.Should().NotContain(node => node.Key == merge.Other);
            Records(Part(merged, merge.Other)).Should().Equal(Records(before), $"seed {seed}");
        }

        joined.Should().BeGreaterThan(LongRun.Portion(40, 300));
    }

    [Fact]
    public void Several_merges_can_be_undone_in_any_order()
    {
        for (var seed = 1; seed <= LongRun.Portion(60, 400); seed++)
        {
            var random = new RandomGraph(seed);
            var before = City(random);
            var (graph, merges) = (before, new List<Merge>());
            for (var attempt = 0; attempt < 6; attempt++)
            {
                if (TryJoin(graph, random) is not var (after, merge)) continue;
                ShouldBeWhole(after);
                graph = after;
                merges.Add(merge);
            }

            merges.Should().NotBeEmpty();
            while (merges.Count > 0)
            {
                var undone = merges[random.Number(merges.Count)];

                // What went into something that went into something else comes back with what it went into.
                if (merges.Any(merge => merge.Other == undone.Keep && merge.Ordinal > undone.Ordinal)) continue;
                graph = Part(graph, undone.Other);
                ShouldBeWhole(graph);
                merges.Remove(undone);
            }

            Said(graph).Should().Equal(Said(before), $"seed {seed}");
        }
    }

    [Fact]
    public void The_same_sources_imported_again_after_merges_change_nothing()
    {
        for (var seed = 1; seed <= LongRun.Portion(60, 400); seed++)
        {
            var random = new RandomGraph(seed);
            var city = City(random);
            var graph = Merged(city, random, 3);
            foreach (var source in new[] { "a", "b" })
            {
                var plan = Plan(FileOf(city, source), graph);
                plan.ChangeSet.Should().BeNull($"seed {seed}, source {source}");
                (plan.Report.Outcome, plan.Report.NotOverwritten.Count, plan.Report.Vanished.Count).Should().Be((ImportOutcome.NothingToDo, 0, 0));
            }
        }
    }

    [Fact]
    public void An_import_after_merges_gives_what_merges_after_the_import_give_and_undoing_them_leaves_the_import()
    {
        for (var seed = 1; seed <= LongRun.Portion(60, 400); seed++)
        {
            var random = new RandomGraph(seed);
            var city = City(random);
            var graph = Merged(city, random, 3);
            var merges = MergePlanner.In(graph);
            var next = FileOf(Changed(city, random), "a");
            var imported = AfterImport(city, next);
            var mergedThen = merges.Aggregate(imported, (now, merge) => Made(MergePlanner.Join(now, merge.Keep, merge.Other, Coordinator, Tuesday), now));
            var importedThen = AfterImport(graph, next);
            ShouldBeWhole(importedThen);
            WithoutDecisions(importedThen).Should().Equal(WithoutDecisions(mergedThen), $"seed {seed}");
            var undone = merges.Reverse().Aggregate(importedThen, (now, merge) => Part(now, merge.Other));
            Said(undone).Should().Equal(Said(imported), $"seed {seed}");
        }
    }

    [Fact]
    public void Relations_move_the_other_lends_what_it_alone_knew_and_its_key_and_name_are_remembered()
    {
        Node keep = Agency("a", "1", "De Linde"), other = Agency("b", "2", "Stichting De Linde");
        other = other with { Attributes = other.Attributes.With("website", "linde.nl").With("type", "welfare") };
        keep = keep with { Attributes = keep.Attributes.With("type", "school") };
        var (measure, area) = (Measure("b", "m"), Area("b", "z"));
        var (runs, both, seat) = (Relation("b", RelationKind.Runs, other, measure), Relation("a", RelationKind.RefersTo, keep, other), Relation("b", RelationKind.SeatedIn, other, area));
        var graph = GraphOf(keep, other, measure, area, runs, both, seat, Relation("a", RelationKind.SeatedIn, keep, area));
        var plan = MergePlanner.Join(graph, keep.Key, other.Key, Coordinator, Tuesday);
        (plan.Merge.MovedCount, plan.Merge.SameCount).Should().Be((1, 2), "it runs a measure; the office was known, and a referral to itself says nothing");
        plan.Merge.TakenAttributes.Should().Equal("website");

        var after = Made(plan, graph);
        var merged = after.Nodes.Single(node => node.Key == keep.Key);
        (merged.Name, merged.Attributes.Text("type"), merged.Attributes.Text("website"), merged.Source).Should().Be(("De Linde", "school", "linde.nl", "a"));
        ((ImmutableArray<string>)merged.Attributes["aliases"]!).Should().Equal(other.Key, "Stichting De Linde");
        after.Relations.Select(relation => (relation.Kind, relation.From, relation.Source)).Should().BeEquivalentTo(
            [(RelationKind.Runs, keep.Key, "b"), (RelationKind.SeatedIn, keep.Key, "a")], "each says who said so");
        var decision = after.Nodes.Single(node => node.Kind == NodeKind.Decision);
        (decision.Source, decision.Visibility).Should().Be((Coordinator, Visibility.Coordinator));
    }

    [Fact]
    public void Work_of_two_groups_that_are_one_is_for_that_one()
    {
        var (measure, area) = (Measure("a", "m"), Area("a", "z"));
        Node Group(string id) => new(Keys.Of(NodeKind.TargetGroup, "city", id), NodeKind.TargetGroup) { Source = "a", RecordedAt = Monday, Attributes = AttributeSet.Of(("name", id)) };
        var (keep, other) = (Group("youth"), Group("young people"));
        var targeting = new Node(Keys.OfTargeting(measure.Key, other.Key, area.Key, PartialDate.OfYear(2024)), NodeKind.Targeting) { Source = "a", RecordedAt = Monday, ValidFrom = PartialDate.OfYear(2024) };
        var graph = GraphOf(measure, area, keep, other, targeting, Relation("a", RelationKind.Of, targeting, measure), Relation("a", RelationKind.For, targeting, other), Relation("a", RelationKind.In, targeting, area));
        var after = Made(MergePlanner.Join(graph, keep.Key, other.Key, Coordinator, Tuesday), graph);
        var moved = after.Nodes.Single(node => node.Kind == NodeKind.Targeting);
        moved.Key.Should().Be(Keys.OfTargeting(measure.Key, keep.Key, area.Key, PartialDate.OfYear(2024)));
        after.Relations.Select(relation => (relation.From, relation.To)).Should().BeEquivalentTo([(moved.Key, measure.Key), (moved.Key, keep.Key), (moved.Key, area.Key)]);

        var note = new Node(Keys.Of(NodeKind.Document, "city", "d"), NodeKind.Document) { Source = "p", RecordedAt = Monday, Attributes = AttributeSet.Of(("title", "d")) };
        var noted = Commit(after, Tuesday, Change.Put(note), Change.Put(Relation("p", RelationKind.About, note, moved)));
        Part(noted, other.Key).Relations.Single(relation => relation.Kind == RelationKind.About).To.Should().Be(targeting.Key, "what was said of it since goes along");
    }

    [Fact]
    public void Grants_to_two_that_are_one_stay_two_grants()
    {
        var (keep, other, measure) = (Agency("a", "1"), Agency("b", "2"), Measure("a", "m"));
        Relation Grant(Node funder, decimal amount) => Relation(funder.Source, RelationKind.Funds, funder, measure) with { Attributes = AttributeSet.Of(("amount", amount), ("year", 2024L), ("ordinal", 1L)) };
        var graph = GraphOf(keep, other, measure, Grant(keep, 100), Grant(other, 250));
        var after = Made(MergePlanner.Join(graph, keep.Key, other.Key, Coordinator, Tuesday), graph);
        after.Relations.Select(relation => (relation.Attributes.Integer("ordinal"), relation.Attributes.Number("amount"))).Should().BeEquivalentTo([((long?)1, (decimal?)100), (2, 250)]);
        Said(Part(after, other.Key)).Should().BeEquivalentTo(Said(graph));
    }

    [Fact]
    public void What_people_change_after_a_merge_stays_changed_when_it_is_undone()
    {
        Node keep = Agency("a", "1", "De Linde"), other = Agency("b", "2", "Linde");
        other = other with { Attributes = other.Attributes.With("website", "linde.nl") };
        var (measure, area) = (Measure("b", "m"), Area("b", "z"));
        var graph = GraphOf(keep, other, measure, area, Relation("b", RelationKind.Runs, other, measure), Relation("b", RelationKind.SeatedIn, other, area));
        var merged = Made(MergePlanner.Join(graph, keep.Key, other.Key, Coordinator, Tuesday), graph);
        var now = merged.Nodes.Single(node => node.Key == keep.Key);
        var changed = Commit(merged, Tuesday,
            Change.Put(now with { Source = "p", Attributes = now.Attributes.With("name", "De Lindeboom") }),
            Change.Remove(merged.Relations.Single(relation => relation.Kind == RelationKind.SeatedIn).Key),
            Change.Put(Relation("p", RelationKind.Runs, keep, measure) with { ValidTo = PartialDate.OfYear(2025) }));
        var parted = Part(changed, other.Key);
        var kept = parted.Nodes.Single(node => node.Key == keep.Key);
        (kept.Name, kept.Source, kept.Attributes["website"], kept.Attributes["aliases"]).Should().Be(("De Lindeboom", "p", null, null));
        var left = parted.Relations.Should().ContainSingle("somebody took the office out").Subject;
        (left.From, left.ValidTo).Should().Be((other.Key, PartialDate.OfYear(2025)));
    }

    [Fact]
    public void Whoever_may_not_see_one_of_the_two_does_not_see_what_they_became()
    {
        var (keep, other) = (Agency("a", "1"), Agency("b", "2") with { Visibility = Visibility.Coordinator });
        var graph = GraphOf(keep, other);
        var after = Made(MergePlanner.Join(graph, keep.Key, other.Key, Coordinator, Tuesday), graph);
        after.Nodes.Single(node => node.Key == keep.Key).Visibility.Should().Be(Visibility.Coordinator);
    }

    [Fact]
    public void What_cannot_be_one_is_refused_with_the_reason()
    {
        Node a = Agency("a", "1"), b = Agency("a", "2"), c = Agency("a", "3"), measure = Measure("a", "m");
        var person = new Node(Keys.Of(NodeKind.Professional, "city", "p"), NodeKind.Professional) { Source = "a", RecordedAt = Monday, Attributes = AttributeSet.Of(("role", "nurse")) };
        var person2 = new Node(Keys.Of(NodeKind.Professional, "city", "q"), NodeKind.Professional) { Source = "a", RecordedAt = Monday, Attributes = AttributeSet.Of(("role", "nurse")) };
        var graph = GraphOf(a, b, c, measure, person, person2, Relation("a", RelationKind.PartOf, a, b), Relation("a", RelationKind.PartOf, b, c));
        Why(a.Key, a.Key).Should().Contain("twice");
        Why(a.Key, measure.Key).Should().Contain("two of one kind");
        Why(person.Key, person2.Key).Should().Contain("people are never merged");
        Why(a.Key, "agency:city:none").Should().Contain("agency:city:none").And.Contain("no node");
        Why(a.Key, c.Key).Should().Contain("is part of");
        Why(c.Key, a.Key).Should().Contain("is part of");
        FluentActions.Invoking(() => MergePlanner.Part(graph, a.Key, Coordinator, Tuesday)).Should().Throw<MergeException>().Which.Why.En.Should().Contain("was not merged");
        var apart = GraphOf(a, b, c);
        var merged = Made(MergePlanner.Join(apart, a.Key, b.Key, Coordinator, Tuesday), apart);
        FluentActions.Invoking(() => MergePlanner.Join(merged, c.Key, b.Key, Coordinator, Tuesday)).Should().Throw<MergeException>().Which.Why.En.Should().Contain("merged into").And.Contain(a.Key);

        string Why(string keep, string other) => FluentActions.Invoking(() => MergePlanner.Join(graph, keep, other, Coordinator, Tuesday)).Should().Throw<MergeException>().Which.Why.En;
    }

    // A city by two sources: organisations, work, groups, areas, and all that ties them.
    private static GraphContents City(RandomGraph random)
    {
        var nodes = new List<Node>();
        Node[] Make(NodeKind kind, int count) => [.. Enumerable.Range(0, count).Select(number =>
        {
            var node = new Node(Keys.Of(kind, "city", $"{kind}{number}"), kind)
            {
                Source = Source(),
                RecordedAt = Monday,
                Visibility = random.Number(6) == 0 ? Visibility.Partner : Visibility.Public,
                Attributes = AttributeSet.Of((Vocabulary.Of(kind).NameAttribute!, $"{kind} {number}"), (kind == NodeKind.Agency ? "website" : "description", random.Number(2) == 0 ? $"{number}.nl" : null)),
            };
            if (Vocabulary.Of(kind).Attribute("description") is null && kind != NodeKind.Agency) node = node with { Attributes = node.Attributes.With("description", null) };
            nodes.Add(node);
            return node;
        })];
        var (agencies, measures, groups, areas, inquiries, documents) =
            (Make(NodeKind.Agency, 6), Make(NodeKind.Measure, 6), Make(NodeKind.TargetGroup, 4), Make(NodeKind.Area, 4), Make(NodeKind.Inquiry, 1), Make(NodeKind.Document, 2));
        var relations = new Dictionary<string, Relation>();
        void Relate(RelationKind kind, Node from, Node to, params (string, object?)[] attributes)
        {
            var relation = new Relation(kind, from.Key, to.Key) { Source = Source(), RecordedAt = Monday, Attributes = AttributeSet.Of(attributes) };
            if (from.Key != to.Key) relations.TryAdd(relation.Key, relation);
        }

        for (var count = 0; count < 14; count++)
        {
            Relate(RelationKind.Runs, Any(agencies), Any(measures));
            Relate(RelationKind.Funds, Any(agencies), Any(measures), ("year", 2024L), ("ordinal", 1L), ("amount", (decimal)random.Number(1000)));
            Relate(RelationKind.Collaborates, Any(agencies), Any(agencies), ("level", (long)random.Number(6)), ("reportedBy", "walk"));
            Relate(RelationKind.SeatedIn, Any(agencies), Any(areas));
            Relate(RelationKind.RefersTo, Any(agencies), Any(measures));
            Relate(RelationKind.Inquired, inquiries[0], Any(agencies), ("listed", ImmutableArray.Create(Any(agencies).Key, Any(agencies).Key + "x")));
        }

        for (var count = 0; count < 12; count++)
        {
            var (work, group, area) = (Any(measures), random.Number(4) == 0 ? null : Any(groups), Any(areas));
            var from = random.Number(2) == 0 ? (PartialDate?)PartialDate.OfYear(2024) : null;
            var targeting = new Node(Keys.OfTargeting(work.Key, group?.Key, area.Key, from), NodeKind.Targeting) { Source = Source(), RecordedAt = Monday, ValidFrom = from };
            if (nodes.Any(node => node.Key == targeting.Key)) continue;
            nodes.Add(targeting);
            Relate(RelationKind.Of, targeting, work);
            if (group is not null) Relate(RelationKind.For, targeting, group);
            Relate(RelationKind.In, targeting, area);
            if (random.Number(3) == 0) Relate(RelationKind.About, Any(documents), targeting);
        }

        var all = GraphOf([.. nodes, .. relations.Values]);
        foreach (var source in new[] { "a", "b" }) Plan(FileOf(all, source), all).ChangeSet.Should().BeNull();
        return all;

        string Source() => random.Number(2) == 0 ? "a" : "b";
        Node Any(Node[] some) => some[random.Number(some.Length)];
    }

    // What a source says the next time: other names, other amounts, and ties it did not know before.
    private static GraphContents Changed(GraphContents city, RandomGraph random)
    {
        var agencies = city.Nodes.Where(node => node.Kind == NodeKind.Agency).ToArray();
        var measures = city.Nodes.Where(node => node.Kind == NodeKind.Measure).ToArray();
        return Commit(city, Tuesday, [
            .. agencies.Where(node => node.Source == "a" && random.Number(2) == 0).Select(node => Change.Put(node with { Attributes = node.Attributes.With("name", node.Name + " new").With("website", random.Number(2) == 0 ? "new.nl" : null) })),
            .. city.Relations.Where(relation => relation.Source == "a" && relation.Kind == RelationKind.Funds && random.Number(2) == 0).Select(relation => Change.Put(relation with { Attributes = relation.Attributes.With("amount", 7m) })),
            .. Enumerable.Range(0, 4).Select(_ => Relation("a", RelationKind.Runs, agencies[random.Number(agencies.Length)], measures[random.Number(measures.Length)])).DistinctBy(relation => relation.Key)
                .Where(relation => city.Relations.All(known => known.Key != relation.Key)).Select(Change.Put),
        ]);
    }

    private static MappedRecords FileOf(GraphContents graph, string source) =>
        File(source, [.. Records(graph).Where(record => record.Source == source)]) with { ContentHash = $"{source} {graph.Version.Number}" };

    private static GraphContents Merged(GraphContents graph, RandomGraph random, int count)
    {
        for (var made = 0; made < count;)
        {
            if (TryJoin(graph, random) is not var (after, _)) continue;
            graph = after;
            made++;
        }

        return graph;
    }

    private static (GraphContents After, Merge Merge)? TryJoin(GraphContents graph, RandomGraph random)
    {
        for (var attempt = 0; attempt < 30; attempt++)
        {
            var one = graph.Nodes[random.Number(graph.Nodes.Count)];
            var same = graph.Nodes.Where(node => node.Kind == one.Kind && node.Key != one.Key).ToArray();
            if (same.Length == 0) continue;
            try
            {
                var plan = MergePlanner.Join(graph, one.Key, same[random.Number(same.Length)].Key, Coordinator, Tuesday);
                return (Made(plan, graph), plan.Merge);
            }
            catch (MergeException)
            {
                // Not every two can be one.
            }
        }

        return null;
    }

    private static void ShouldBeWhole(GraphContents graph)
    {
        var kinds = graph.Nodes.ToDictionary(node => node.Key, node => node.Kind);
        graph.Relations.SelectMany(relation => RecordRules.ProblemsOf(relation, key => kinds.TryGetValue(key, out var kind) ? kind : null)).Should().BeEmpty();
        graph.Nodes.SelectMany(RecordRules.ProblemsOf).Should().BeEmpty();
    }

    private static GraphContents Part(GraphContents graph, string other) => Made(MergePlanner.Part(graph, other, Coordinator, Tuesday), graph);

    private static GraphContents Made(MergePlan plan, GraphContents graph)
    {
        var existing = Records(graph).Select(record => record.Key).ToHashSet();
        var problems = ChangeRules.Check(plan.ChangeSet, existing, node => graph.Relations.Where(relation => relation.From == node || relation.To == node).Select(relation => relation.Key));
        problems.Should().BeEmpty();
        return Commit(graph, plan.ChangeSet.RecordedAt, [.. plan.ChangeSet.Changes]);
    }

    private static IEnumerable<GraphRecord> WithoutDecisions(GraphContents graph) => Said(graph).Where(record => record is not Node { Kind: NodeKind.Decision });
}
