using CsCheck;
using Wijk.Graph.Model;

namespace Wijk.Graph.Tests;

public class KeysTests
{
    [Fact]
    public void A_key_keeps_case_and_folds_blanks() =>
        Keys.Of(NodeKind.Agency, "amsterdam-subsidies", "  Stichting \t Cordaan ").Should().Be("agency:amsterdam-subsidies:Stichting Cordaan");

    [Fact]
    public void Colons_percent_and_at_signs_are_encoded_and_come_back()
    {
        var key = Keys.Of(NodeKind.Measure, "a:b", "100% gezond: samen@oost %40");
        key.Should().Be("measure:a%3Ab:100%25 gezond%3A samen%40oost %2540");
        Keys.TryParse(key, out var kind, out var ns, out var id).Should().BeTrue();
        (kind, ns, id).Should().Be(("measure", "a:b", "100% gezond: samen@oost %40"));
    }

    [Fact]
    public void Different_id_parts_never_make_the_same_key() =>
        Gen.String[Gen.Char["ab>%:@ "], 1, 6].Where(part => part.Trim().Length > 0).Array[2, 2].Array[2, 2].Sample(pairs =>
        {
            var (left, right) = (pairs[0], pairs[1]);
            var same = Keys.Fold(left[0]) == Keys.Fold(right[0]) && Keys.Fold(left[1]) == Keys.Fold(right[1]);
            return same == (Keys.Of(NodeKind.Measure, "n", left[0], left[1]) == Keys.Of(NodeKind.Measure, "n", right[0], right[1]));
        });

    [Fact]
    public void The_parts_of_an_id_come_back_as_they_were()
    {
        string[] parts = ["measure:n:100% > 50%", "%3E", "a@b %40", "-"];
        Keys.PartsOf(Keys.Of(NodeKind.Targeting, "n", parts)).Should().Equal(parts);
    }

    [Fact]
    public void The_key_of_a_relation_tells_its_kind_and_its_ends()
    {
        var (from, to) = (Keys.Of(NodeKind.Agency, "n", "a > b: c@d%"), Keys.OfTargeting("measure:n:m", null, "area:n:a", PartialDate.OfYear(2016)));
        var relation = new Relation(RelationKind.Asked, from, to) { Source = "n", RecordedAt = DateTimeOffset.UnixEpoch };
        RelationKey.Of(relation.Key).Should().Be(new RelationKey(RelationKind.Asked, from, to));
        RelationKey.Of(Collaboration(from, to).Key).Should().Be(new RelationKey(RelationKind.Collaborates, from, to), "what else identifies it is passed over");
        Keys.NodeKindOf(from).Should().Be(NodeKind.Agency);
        Keys.NodeKindOf(to).Should().Be(NodeKind.Targeting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("agency")]
    [InlineData("agency:n")]
    [InlineData("agency::a")]
    [InlineData("agency:n:a:b")]
    [InlineData("Agency:n:a")]
    [InlineData("RUNS:n:a>b")]
    [InlineData("runs:n:a")]
    [InlineData("thing:n:a>b")]
    public void Other_texts_are_no_key_of_a_node_or_of_a_relation(string text)
    {
        Keys.NodeKindOf(text).Should().BeNull();
        RelationKey.Of(text).Should().BeNull();
    }

    [Fact]
    public void A_key_of_a_node_is_none_of_a_relation_and_the_other_way_round()
    {
        RelationKey.Of("agency:n:a>b").Should().BeNull();
        Keys.NodeKindOf("runs:n:a>b").Should().BeNull();
    }

    [Fact]
    public void A_collaboration_is_the_same_whichever_way_it_is_told()
    {
        var (a, b) = (Keys.Of(NodeKind.Agency, "n", "a"), Keys.Of(NodeKind.Agency, "n", "b"));
        Collaboration(a, b).Key.Should().Be(Collaboration(b, a).Key);
    }

    [Fact]
    public void A_copy_with_another_ordinal_has_another_key()
    {
        var grant = new Relation(RelationKind.Funds, "agency:n:a", "measure:n:m")
        {
            Source = "n",
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of(("year", 2016L), ("ordinal", 1L)),
        };
        grant.Key.Should().Be("funds:n:agency%3An%3Aa>measure%3An%3Am>2016>1");
        (grant with { Attributes = grant.Attributes.With("ordinal", 2L) }).Key.Should().EndWith(">2016>2");
    }

    private static Relation Collaboration(string from, string to) => new(RelationKind.Collaborates, from, to)
    {
        Source = "n",
        RecordedAt = DateTimeOffset.UnixEpoch,
        Attributes = AttributeSet.Of(("level", 3L), ("reportedBy", "GGD")),
    };
}
