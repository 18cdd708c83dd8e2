using Wijk.Graph.Import;

namespace Wijk.Graph.Tests.Import.Mappings;

public class NearDuplicatesTests
{
    [Theory]
    [InlineData("Stichting Samenwonen-Samenleven", "Samenwonen - samenleven")]
    [InlineData("Turningpoint", "Stichting Turning Point")]
    [InlineData("Mops Kinderopvang", "MOPS kinderopvang B.V.")]
    [InlineData("Vereniging De Buurt", "de buurt")]
    public void Names_that_differ_in_form_only_have_one_core(string left, string right) =>
        NearDuplicates.Core(left).Should().Be(NearDuplicates.Core(right)).And.NotBeEmpty();

    [Theory]
    [InlineData("Buurthuis Oost", "Buurthuis West")]
    [InlineData("Stichtingshuis", "huis")] // the legal form is a word of its own only
    [InlineData("Huis 1", "Huis 2")]
    public void Names_that_differ_in_a_word_have_not(string left, string right) =>
        NearDuplicates.Core(left).Should().NotBe(NearDuplicates.Core(right));

    [Fact]
    public void Near_duplicates_are_told_and_both_kept()
    {
        var mapping = MiniMapping.Of($"[{{ \"table\": \"t\", \"nodes\": {{ \"a\": {MiniMapping.Agency} }} }}]");
        var records = MiniMapping.Run(mapping, ("t.csv", "id,name\n1,Stichting X\n2,x\n3,Y\n"));
        records.Nodes.Should().HaveCount(3);
        records.Warnings.Single().ToString().Should().StartWith("t.csv row 3: 'x': this name is nearly the same as 'Stichting X' (t.csv row 2); both are kept.");
    }
}
