using CsCheck;
using Wijk.Graph.Model;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Import;

public class StubTests
{
    [Fact]
    public void A_stub_is_completed_whichever_source_comes_first()
    {
        var subsidies = File("subsidies", Area("subsidies", "Oost", isStub: true), Area("subsidies", "Zuid", isStub: true));
        var deals = File("deals", Area("deals", "Oost", isStub: true));
        var areas = File("areas", Area("areas", "Oost"), Area("areas", "Zuid"));

        Gen.Shuffle(new[] { subsidies, deals, areas }).Sample(order =>
            Said(order.Aggregate(EmptyGraph, AfterImport)).Should().Equal(Area("areas", "Oost"), Area("areas", "Zuid")), iter: 30);
    }

    [Fact]
    public void Whoever_completes_a_stub_owns_it()
    {
        var graph = AfterImport(GraphOf(Area("subsidies", "Oost", isStub: true)), File("areas", Area("areas", "Oost")));

        Plan(File("areas", Area("areas", "elsewhere")), graph).Report.Vanished.Should().Equal(Area("areas", "Oost").Key);
        Plan(File("subsidies", Area("subsidies", "Oost")), graph).Report.NotOverwritten.Single().ChangedBy.Should().Be("areas");
    }

    [Fact]
    public void A_stub_never_overwrites_what_is_there()
    {
        var named = Area("b", "Oost", isStub: true) with { Attributes = AttributeSet.Of(("name", "Oost")) };
        var plan = Plan(File("b", named), GraphOf(Area("a", "Oost", isStub: true)));
        plan.ChangeSet.Should().BeNull();
        plan.Report.NodesUnchanged.Should().Be(1);
    }

    [Fact]
    public void Files_that_mention_and_tell_in_full_make_one_whole_record()
    {
        GraphRecord[] rows = [Area("a", "Oost", isStub: true), Area("a", "Oost"), Area("a", "Oost", isStub: true)];
        Gen.Shuffle(rows).Sample(order => Said(AfterImport(EmptyGraph, File("a", order))).Should().Equal(Area("a", "Oost")), iter: 30);
    }
}
