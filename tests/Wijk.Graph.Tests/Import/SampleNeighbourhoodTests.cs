using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Import.ImportExamples;

namespace Wijk.Graph.Tests.Import;

public class SampleNeighbourhoodTests
{
    private const string Sample = SampleNeighbourhood.Namespace;

    private static readonly Node Inferred = Measure("inferred", "guess") with { Inference = new(Sample, "rule", []) };
    private static readonly GraphContents Untouched =
        GraphOf(Agency(Sample, "x"), Inferred, Relation(Sample, RelationKind.Runs, Agency(Sample, "x"), Inferred));

    private static readonly GraphContents Touched = Commit(Untouched, Tuesday, Change.Put(Agency("coordinator", "mine")));

    [Fact]
    public void Real_data_replaces_an_untouched_sample_and_says_so()
    {
        var plan = Plan(File("a", Agency("a", "real")), Untouched);
        plan.Report.SampleReplaced.Should().BeTrue();
        plan.Report.Vanished.Should().BeEmpty();
        Said(After(plan, Untouched)).Should().Equal(Agency("a", "real"));
    }

    [Fact]
    public void A_record_with_a_key_of_the_sample_takes_its_place()
    {
        var plan = Plan(File("a", Agency("a", "x")), Untouched);
        plan.Report.NodesAdded.Should().Be(1);
        Said(After(plan, Untouched)).Should().Equal(Agency("a", "x"));
    }

    [Fact]
    public void A_reference_into_the_sample_is_a_reference_to_nothing() =>
        Plan(File("a", Measure("a", "m"), Relation("a", RelationKind.Runs, Agency(Sample, "x"), Measure("a", "m"))), Untouched)
            .Report.Refused.Should().ContainSingle();

    [Fact]
    public void A_refused_row_or_an_empty_file_leaves_the_sample_alone()
    {
        foreach (var file in new[] { File("a"), File("a", Agency("a", "x") with { Attributes = AttributeSet.Empty }) })
        {
            var plan = Plan(file, Untouched);
            plan.ChangeSet.Should().BeNull();
            plan.Report.SampleReplaced.Should().BeFalse();
        }
    }

    [Fact]
    public void Real_data_into_a_sample_with_changes_is_refused_as_a_whole() =>
        FluentActions.Invoking(() => Plan(File("a", Agency("a", "real")), Touched)).Should().Throw<FictionAndFactException>()
            .WithMessage("*version 2*'voorbeeldwijk'*'a'*choose another folder or database.");

    [Fact]
    public void The_sample_into_real_data_is_refused_as_a_whole() =>
        FluentActions.Invoking(() => Plan(File(Sample, Agency(Sample, "x")), GraphOf(Agency("a", "real"))))
            .Should().Throw<FictionAndFactException>().WithMessage("*choose another folder or database.");

    [Fact]
    public void The_sample_again_leaves_what_somebody_tried_in_it()
    {
        Plan(File(Sample, Agency(Sample, "x")), Untouched).ChangeSet.Should().BeNull();
        Plan(File(Sample, Agency(Sample, "mine", "theirs")), Touched).Report.NotOverwritten.Should().ContainSingle();
    }

    [Fact]
    public void Only_a_first_version_of_nothing_but_the_sample_is_untouched()
    {
        SampleNeighbourhood.IsUntouched(Untouched).Should().BeTrue();
        SampleNeighbourhood.IsUntouched(Touched).Should().BeFalse();
        SampleNeighbourhood.IsUntouched(EmptyGraph).Should().BeFalse();
        SampleNeighbourhood.IsUntouched(GraphOf(Agency(Sample, "x"), Agency("a", "y"))).Should().BeFalse();
    }
}
