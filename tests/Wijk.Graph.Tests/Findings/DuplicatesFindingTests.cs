using System.Collections.Immutable;
using Wijk.Graph.Findings;
using Wijk.Graph.Findings.Duplicates;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Views;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Findings;

public sealed class DuplicatesFindingTests
{
    private readonly List<Node> nodes = [];
    private readonly List<Relation> relations = [];

    [Theory]
    [InlineData("Stichting De Linde", "de linde", DuplicateSign.NameInOtherForm)]
    [InlineData("Café Zon", "Cafe\u0301 Zon", DuplicateSign.NameInOtherForm)]
    [InlineData("Buurthuis De Linde", "Buurthuis De Linde", DuplicateSign.SameName)]
    [InlineData("Buurthuis De Linde", "Buurthuis De Lindde", DuplicateSign.OneLetter)]
    [InlineData("Buurthuis De Linde", "Buurthuis De Lidne", DuplicateSign.OneLetter)]
    public void Two_that_are_written_almost_alike_may_be_one(string left, string right, DuplicateSign sign)
    {
        Put(NodeKind.Agency, "a", left);
        Put(NodeKind.Agency, "b", right);
        var pair = Ask().Pairs.Should().ContainSingle().Subject;
        pair.For.Should().Equal(sign);
        pair.Against.Should().BeEmpty("they come from two sources");
        foreach (var text in new[] { pair.Reason.Nl, pair.Reason.En }) text.Should().Contain(left).And.Contain(right);
    }

    [Theory]
    [InlineData("Buurthuis Oost", "Buurthuis West")]
    [InlineData("Basisschool 1", "Basisschool 2")] // a digit makes another name
    [InlineData("Oost", "Oort")] // a short name is soon another
    public void Two_names_that_differ_more_are_two(string left, string right)
    {
        Put(NodeKind.Agency, "a", left);
        Put(NodeKind.Agency, "b", right);
        Ask().Pairs.Should().BeEmpty();
    }

    [Fact]
    public void People_are_never_compared_and_never_named()
    {
        foreach (var source in new[] { "a", "b" }) Put(NodeKind.Professional, source, "Jan de Vries", ("role", "wijkverpleegkundige"));
        var answer = Ask();
        answer.Pairs.Should().BeEmpty();
        answer.NameCount.Should().Be(0);
        $"{answer.Reason} {answer.NextStep}".Should().NotContain("Vries").And.NotContain("wijkverpleegkundige");
        DuplicatesQuestion.AllKinds.Should().NotContain(NodeKind.Professional);
    }

    [Fact]
    public void Two_of_different_kinds_are_two_whatever_they_are_called()
    {
        Put(NodeKind.Agency, "a", "De Tuin van Oost");
        Put(NodeKind.Initiative, "b", "De Tuin van Oost");
        Ask().Pairs.Should().BeEmpty();
    }

    [Theory]
    [InlineData("https://www.zon.nl/", "zon.nl", true)]
    [InlineData("http://zon.nl/oost", "https://ZON.nl/Oost/", true)]
    [InlineData("zon.nl/oost", "zon.nl/west", false)]
    [InlineData("geen", "geen", false)] // no web address
    public void The_same_web_address_is_a_reason_however_it_is_written(string left, string right, bool mayBeOne)
    {
        Put(NodeKind.Agency, "a", "Centrum voor Ouderen", ("website", left));
        Put(NodeKind.Agency, "b", "Ouderenwerk", ("website", right));
        Ask().Pairs.Select(pair => pair.For.Single()).Should().Equal(mayBeOne ? [DuplicateSign.SameWebsite] : []);
    }

    [Fact]
    public void Work_of_one_name_may_be_one_only_when_the_same_organisation_runs_it_at_the_same_time()
    {
        var (a, b) = (Put(NodeKind.Agency, "a", "Dynamo"), Put(NodeKind.Agency, "a", "Combiwel"));
        var (one, other, elsewhere) = (Put(NodeKind.Measure, "a", "Jongerenwerk"), Put(NodeKind.Measure, "b", "jongerenwerk"), Put(NodeKind.Measure, "c", "Jongerenwerk"));
        Relate(RelationKind.Runs, a, one);
        Relate(RelationKind.Runs, a, other);
        Relate(RelationKind.Runs, b, elsewhere);
        var pair = Ask().Pairs.Should().ContainSingle().Subject;
        (Key(pair.A), Key(pair.B)).Should().Be((one, other));
        pair.For.Should().Equal(DuplicateSign.NameInOtherForm, DuplicateSign.SameRunner);
        pair.Reason.Nl.Should().Contain("Dynamo");

        Period(one, "2015", "2015");
        Period(other, "2016", "2016");
        Ask(new(2016, 5, 1)).Pairs.Should().BeEmpty("the one ended before the other began");
    }

    [Fact]
    public void Areas_are_told_apart_by_their_codes_and_found_by_them()
    {
        Put(NodeKind.Area, "a", "Centrum", ("code", "BU01"));
        Put(NodeKind.Area, "b", "Centrum", ("code", "BU02"));
        var (old, other) = (Put(NodeKind.Area, "a", "Oude Pijp", ("code", "K24a")), Put(NodeKind.Area, "b", "Pijp (oud)", ("code", "k24A")));
        Put(NodeKind.Area, "c", "Oude Pijp", ("code", "K24a"), ("edition", 2015));
        Put(NodeKind.Area, "d", "Oude Pijp", ("code", "K24a"), ("edition", 2022));
        var pairs = Ask().Pairs;
        pairs.Should().ContainSingle(pair => Key(pair.A) == old && Key(pair.B) == other).Which.For.Should().Equal(DuplicateSign.SameCode);
        pairs.Should().NotContain(pair => Key(pair.A).StartsWith("area:c:", StringComparison.Ordinal) && Key(pair.B).StartsWith("area:d:", StringComparison.Ordinal));
        pairs.Should().NotContain(pair => pair.Reason.En.Contains("Centrum"));
    }

    [Fact]
    public void A_postal_code_in_two_spellings_may_be_one_and_one_with_four_digits_more_is_another()
    {
        foreach (var code in new[] { "1012 AB", "1012ab", "21201", "21201-1234", "21201-1243" }) Put(NodeKind.Area, "a", code, ("level", "postcode"));
        Ask().Pairs.Should().ContainSingle().Which.Reason.En.Should().Contain("1012 AB").And.Contain("1012ab");
    }

    [Theory]
    [InlineData(RelationKind.PartOf)]
    [InlineData(RelationKind.Succeeds)]
    public void What_is_part_of_another_or_comes_after_it_is_not_that_other(RelationKind kind)
    {
        var (one, other) = (Put(NodeKind.Agency, "a", "Gemeente Dorp"), Put(NodeKind.Agency, "b", "gemeente dorp"));
        Ask().Pairs.Should().ContainSingle();
        Relate(kind, one, other);
        Ask().Pairs.Should().BeEmpty();
    }

    [Fact]
    public void One_source_that_gives_two_groups_of_a_name_their_own_place_means_two_and_two_sources_do_not()
    {
        var wholes = new[] { "Inwoners", "Leerlingen" }.Select(whole => Put(NodeKind.TargetGroup, "a", whole)).ToArray();
        string[] named = [Put(NodeKind.TargetGroup, "a", "Jongeren"), Put(NodeKind.TargetGroup, "a", "Jongeren", id: "2")];
        foreach (var (part, whole) in named.Zip(wholes)) Relate(RelationKind.PartOf, part, whole);
        Ask().Pairs.Should().BeEmpty();
        Put(NodeKind.TargetGroup, "b", "jongeren");
        Ask().Pairs.Should().HaveCount(2);
    }

    [Fact]
    public void What_speaks_against_it_is_told_too()
    {
        var (oost, west) = (Put(NodeKind.Area, "a", "Oost"), Put(NodeKind.Area, "a", "West"));
        var (one, other) = (Put(NodeKind.Agency, "a", "De Linde", ("type", "welfare"), ("website", "linde.nl")), Put(NodeKind.Agency, "a", "de linde", ("type", "school"), ("website", "delinde.nl")));
        Relate(RelationKind.SeatedIn, one, oost);
        Relate(RelationKind.SeatedIn, other, west);
        Relate(RelationKind.RefersTo, one, other);
        var pair = Ask().Pairs.Should().ContainSingle().Subject;
        pair.Against.Should().Equal(DuplicateSign.SameSource, DuplicateSign.OtherType, DuplicateSign.OtherPlace, DuplicateSign.OtherWebsite, DuplicateSign.KnownTie);
        pair.Reason.En.Should().Contain("one source (a)").And.Contain("Oost").And.Contain("West").And.Contain("linde.nl").And.Contain("delinde.nl").And.Contain("school");
    }

    [Fact]
    public void Another_id_of_one_that_is_the_name_of_the_other_is_a_reason()
    {
        Put(NodeKind.Agency, "a", "GGD Amsterdam", ("aliases", ImmutableArray.Create("Gezondheidsdienst", "12")));
        Put(NodeKind.Agency, "b", "Gezondheidsdienst");
        Put(NodeKind.Agency, "c", "Iets anders", ("aliases", ImmutableArray.Create("12")));
        Ask().Pairs.Should().ContainSingle().Which.For.Should().Equal(DuplicateSign.Alias);
    }

    [Fact]
    public void A_name_of_many_shows_little_so_more_than_the_name_must_be_the_same()
    {
        var seat = Put(NodeKind.Area, "a", "1012 AB");
        string[] all = [.. Enumerable.Range(0, DuplicatesQuestion.LargestGroup + 1).Select(number => Put(NodeKind.Initiative, "a", "Bewonersinitiatief", id: $"{number}"))];
        var answer = Ask();
        answer.Pairs.Should().BeEmpty();
        answer.CommonNameCount.Should().Be(1);
        answer.Reason.En.Should().Contain($"more than {DuplicatesQuestion.LargestGroup}");
        foreach (var one in all.Take(2)) Relate(RelationKind.SeatedIn, one, seat);
        Ask().Pairs.Should().ContainSingle().Which.For.Should().Equal(DuplicateSign.SameName, DuplicateSign.SamePlace);
    }

    [Fact]
    public void In_an_area_only_those_count_that_are_there()
    {
        var (oost, west) = (Put(NodeKind.Area, "a", "Oost"), Put(NodeKind.Area, "a", "West"));
        foreach (var (name, seat) in new[] { ("Buurthuis Zon", oost), ("Buurthuis Maan", west) })
        {
            foreach (var source in new[] { "a", "b" }) Relate(RelationKind.SeatedIn, Put(NodeKind.Agency, source, name), seat);
        }

        Ask().Pairs.Should().HaveCount(2);
        Ask(area: "Oost").Pairs.Should().ContainSingle().Which.Reason.Nl.Should().Contain("Zon").And.Contain("Oost");
    }

    [Fact]
    public void When_there_are_none_it_is_said_in_words()
    {
        Ask().Reason.En.Should().StartWith("There are no names to compare here.");
        Put(NodeKind.Agency, "a", "De Linde");
        Ask().Reason.Nl.Should().StartWith("We vonden geen twee die misschien één zijn; we vergeleken 1 naam.");
    }

    [Fact]
    public void It_finds_the_same_as_comparing_each_with_each()
    {
        var random = new Random(7);
        for (var round = 0; round < 20; round++)
        {
            nodes.Clear();
            string[] names = [.. Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, 5 + random.Next(4)).Select(_ => "ABC1"[random.Next(4)])))];
            string[] kept = [.. names.GroupBy(name => name).SelectMany(group => group.Take(DuplicatesQuestion.LargestGroup))];
            for (var number = 0; number < kept.Length; number++) Put(NodeKind.Agency, $"s{number}", kept[number]);
            var expected = from a in Enumerable.Range(0, kept.Length)
                           from b in Enumerable.Range(a + 1, kept.Length - a - 1)
                           where kept[a] == kept[b] || IsOneStep(kept[a], kept[b])
                           select Sorted($"agency:s{a}:{kept[a]}", $"agency:s{b}:{kept[b]}");
            var keys = nodes.Select(node => node.Key).Order(StringComparer.Ordinal).ToArray();
            Ask().Pairs.Select(pair => Sorted(keys[pair.A], keys[pair.B])).Should().BeEquivalentTo(expected, $"round {round}");
        }

        static string Sorted(string one, string other) => string.CompareOrdinal(one, other) < 0 ? $"{one} {other}" : $"{other} {one}";

        // By trying every step: leave a letter out, write another, swap two; no step touches a digit.
        static bool IsOneStep(string one, string other)
        {
            if (one.Length < 6 || other.Length < 6) return false;
            return Steps(one).Contains(other) || Steps(other).Contains(one);
        }

        static IEnumerable<string> Steps(string name)
        {
            for (var at = 0; at < name.Length; at++)
            {
                if (char.IsDigit(name[at])) continue;
                yield return name.Remove(at, 1);
                foreach (var letter in "ABC") yield return name.Remove(at, 1).Insert(at, $"{letter}");
                if (at + 1 < name.Length && !char.IsDigit(name[at + 1])) yield return name.Remove(at, 2).Insert(at, $"{name[at + 1]}{name[at]}");
            }
        }
    }

    [Fact]
    public void A_hundred_thousand_names_are_compared_without_comparing_every_pair()
    {
        var random = new Random(1);
        string[] words = [.. Enumerable.Range(0, 4000).Select(_ => string.Concat(Enumerable.Range(0, 7).Select(_ => (char)('a' + random.Next(26)))))];
        string[] names = [.. Enumerable.Range(0, 100_000).Select(_ => $"{words[random.Next(4000)]} {words[random.Next(4000)]}").Distinct()];
        for (var number = 0; number < names.Length; number++) Put(NodeKind.Agency, "a", names[number], id: $"{number}");
        Put(NodeKind.Agency, "b", names[500] + "x");
        Ask().Pairs.Should().ContainSingle().Which.For.Should().Equal(DuplicateSign.OneLetter);
    }

    [Fact]
    public void The_key_of_a_pair_leads_back_to_its_question()
    {
        foreach (var source in new[] { "a", "b" }) Put(NodeKind.Agency, source, "De Linde");
        foreach (var kinds in new ValueList<NodeKind>[] { [], [NodeKind.Agency, NodeKind.TargetGroup] })
        {
            var question = new DuplicatesQuestion { Kinds = kinds, Seed = 3 };
            var answer = question.Ask(View(), Asking.Today);
            AnswerKeys.DuplicatesOf(AnswerKeys.OfPair(answer, answer.Pairs.Single())).Should().Be(question);
        }

        AnswerKeys.DuplicatesOf("duplicate_pair:duplicates:professional>->1>a>b").Should().BeNull();
    }

    private string Put(NodeKind kind, string source, string name, params (string Name, object? Value)[] attributes) => Put(kind, source, name, name, attributes);

    private string Put(NodeKind kind, string source, string name, string id, params (string Name, object? Value)[] attributes)
    {
        var node = new Node(Keys.Of(kind, source, id), kind)
        {
            Source = source,
            RecordedAt = DateTimeOffset.UnixEpoch,
            Attributes = AttributeSet.Of([("name", name), .. attributes]),
        };
        RecordRules.ProblemsOf(node).Should().BeEmpty();
        nodes.Add(node);
        return node.Key;
    }

    private void Relate(RelationKind kind, string from, string to) =>
        relations.Add(new(kind, from, to) { Source = Keys.NamespaceOf(from), RecordedAt = DateTimeOffset.UnixEpoch });

    private void Period(string key, string from, string to)
    {
        var place = nodes.FindIndex(node => node.Key == key);
        nodes[place] = nodes[place] with { ValidFrom = PartialDate.Parse(from), ValidTo = PartialDate.Parse(to) };
    }

    private DuplicatesAnswer Ask(DateOnly? asOf = null, string? area = null) => new DuplicatesQuestion { AsOf = asOf, Area = area }.Ask(View(), Asking.Today);

    private GraphView View() => GraphView.Of(GraphSnapshot.Of(new(new(1, DateTimeOffset.UnixEpoch), [.. nodes.OrderBy(node => node.Key, StringComparer.Ordinal)], [.. relations])));

    private string Key(int node) => nodes.Select(one => one.Key).Order(StringComparer.Ordinal).ElementAt(node);
}
