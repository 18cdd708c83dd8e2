using Wijk.Graph.Import;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Import.Mappings;

public class NearDuplicatesTests
{
    [Theory]
    [InlineData("Stichting Samenwonen-Samenleven", "Samenwonen - samenleven")]
    [InlineData("Turningpoint", "Stichting Turning Point")]
    [InlineData("Mops Kinderopvang", "MOPS kinderopvang B.V.")]
    [InlineData("Vereniging De Buurt", "de buurt")]
    public void Names_that_differ_in_form_only_have_one_core(string left, string right) =>
        NearNames.Core(left).Should().Be(NearNames.Core(right)).And.NotBeEmpty();

    [Theory]
    [InlineData("Buurthuis Oost", "Buurthuis West")]
    [InlineData("Stichtingshuis", "huis")] // the legal form is a word of its own only
    [InlineData("Huis 1", "Huis 2")]
    public void Names_that_differ_in_a_word_have_not(string left, string right) =>
        NearNames.Core(left).Should().NotBe(NearNames.Core(right));

    [Theory]
    [InlineData("Café Lans", "Cafe Lans")]
    [InlineData("Café Zon", "Cafe\u0301 Zon")] // composed, and with the accent behind its letter
    [InlineData("GGD\u200B", "ggd")]
    public void Accents_and_what_nobody_sees_are_no_part_of_the_core(string left, string right) =>
        NearNames.Core(left).Should().Be(NearNames.Core(right)).And.NotBeEmpty();

    [Theory]
    [InlineData("Buurthuis De Linde", "Buurthuis De Lindde", true)]
    [InlineData("Buurthuis De Linde", "Buurthuis De Lidne", true)]
    [InlineData("Buurthuis De Linde", "Buurthuis De Links", false)]
    [InlineData("Basisschool 1", "Basisschool 2", false)] // a digit makes another name
    [InlineData("Oost", "Oort", false)] // a short name is soon another
    public void A_name_that_differs_in_one_letter_is_told(string left, string right, bool isTold) =>
        NearDuplicates.Of(Named(NodeKind.Agency, left, right)).Should().HaveCount(isTold ? 1 : 0);

    [Fact]
    public void Three_spellings_of_a_postal_code_are_told_and_areas_with_codes_of_their_own_are_not()
    {
        NearDuplicates.Of(Areas("postcode", ("1012 AB", "1012 AB"), ("1012AB", "1012AB"), ("1012ab", "1012ab"))).Should().HaveCount(2);
        NearDuplicates.Of(Areas("postcode", ("21201", "21201"), ("21201-1234", "21201-1234"))).Should().HaveCount(1);
        NearDuplicates.Of(Areas("buurt", ("Centrum", "BU01"), ("centrum", "BU02"))).Should().BeEmpty();
    }

    [Fact]
    public void A_hundred_thousand_names_are_compared_without_comparing_every_pair()
    {
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 4000).Select(_ => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26)))))];
        var names = Enumerable.Range(0, 100_000).Select(_ => $"{words[random.Next(4000)]} {words[random.Next(4000)]}").Distinct().ToArray();
        NearDuplicates.Of(Named(NodeKind.Agency, [.. names, names[500] + "x"])).Should().ContainSingle(remark => remark.Value == names[500] + "x");
    }

    private static IEnumerable<Mapped<Node>> Named(NodeKind kind, params string[] names) => names.Select((name, row) => new Mapped<Node>(
        new($"{kind.ToString().ToLowerInvariant()}:t:{row}", kind) { Attributes = AttributeSet.Of(("name", name)), Source = "t", RecordedAt = default }, new("t.csv", row + 2)));

    private static IEnumerable<Mapped<Node>> Areas(string level, params (string Name, string Code)[] areas) => areas.Select((area, row) => new Mapped<Node>(
        new($"area:t:{row}", NodeKind.Area) { Attributes = AttributeSet.Of(("name", area.Name), ("code", area.Code), ("level", level)), Source = "t", RecordedAt = default }, new("t.csv", row + 2)));

    [Fact]
    public void Near_duplicates_are_told_and_both_kept()
    {
        var mapping = MiniMapping.Of($"[{{ \"table\": \"t\", \"nodes\": {{ \"a\": {MiniMapping.Agency} }} }}]");
        var records = MiniMapping.Run(mapping, ("t.csv", "id,name\n1,Stichting X\n2,x\n3,Y\n"));
        records.Nodes.Should().HaveCount(3);
        records.Warnings.Single().ToString().Should().StartWith("t.csv row 3: 'x': this name is nearly the same as 'Stichting X' (t.csv row 2); both are kept.");
    }
}
