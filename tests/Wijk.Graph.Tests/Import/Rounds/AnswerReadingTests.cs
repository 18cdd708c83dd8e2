using System.Collections.Immutable;
using System.Text;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Rounds;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Import.Rounds;

/// <summary>Lists of a round as people fill them in, and get them wrong.</summary>
public class AnswerReadingTests
{
    private static readonly DateOnly Day = new(2026, 3, 9);

    private readonly GraphBuilder graph = new();
    private readonly string school, police, welfare, garden, round;

    public AnswerReadingTests()
    {
        (school, police, welfare) = (graph.Agency("Brede School"), graph.Agency("Wijkpolitie"), graph.Agency("Stichting Welzijn"));
        garden = graph.Node(NodeKind.Initiative, "Buurttuin");
        graph.Agency("Wijkpolitie Noord");
        round = graph.Node(NodeKind.Inquiry, "voorjaar");
        graph.Relate(RelationKind.Inquired, round, school, ("listed", ImmutableArray.Create(police, welfare)));
        graph.Relate(RelationKind.Inquired, round, police, ("listed", ImmutableArray.Create(garden)));
    }

    [Fact]
    public void An_answer_says_who_said_it_in_which_round_and_no_contact_is_level_0()
    {
        var reading = Read(Line("Brede School", school, "Wijkpolitie", police, "3"), Line("Brede School", school, "Stichting Welzijn", welfare, "0"));
        var answers = Answers(reading);
        answers.Should().HaveCount(2);
        answers.Should().OnlyContain(answer => answer.Attributes.Text("basis") == "asked" && answer.Attributes.Text("inquiry") == round && answer.Attributes.Text("reportedBy") == "Brede School");
        answers.Select(answer => answer.Attributes.Integer("level")).Should().BeEquivalentTo([3L, 0L]);
        reading.Changes.Select(change => change.Record).OfType<Relation>().Single(relation => relation.Kind == RelationKind.Inquired).Attributes.Date("answered").Should().Be(PartialDate.Of(Day));
        answers.SelectMany(answer => RecordRules.ProblemsOf(answer, key => NodeKind.Agency)).Should().BeEmpty();
    }

    [Fact]
    public void What_is_left_empty_is_no_answer()
    {
        var reading = Read(Line("Brede School", school, "Wijkpolitie", police, ""), Line("Brede School", school, "Stichting Welzijn", welfare, ""), Line("Brede School", school, AnswerForm.WhoElse.Nl, "", ""));
        (reading.Changes.Length, reading.EmptyCount, reading.AnswerCount, reading.Respondents.Count).Should().Be((0, 2, 0, 0));
    }

    [Fact]
    public void Reading_the_same_again_changes_nothing_and_another_figure_corrects_it()
    {
        var line = Line("Brede School", school, "Wijkpolitie", police, "3");
        var written = Read(line).Changes.Select(change => change.Record!).OfType<Relation>().ToDictionary(relation => relation.Key);
        var before = graph.Contents();
        var after = before with { Relations = [.. before.Relations.Where(relation => !written.ContainsKey(relation.Key)), .. written.Values] };
        AnswerReading.Of([File(line)], after, Day.AddDays(9), DateTimeOffset.UnixEpoch.AddDays(1)).Changes.Should().BeEmpty();
        var corrected = AnswerReading.Of([File(Line("Brede School", school, "Wijkpolitie", police, "1"))], after, Day.AddDays(9), DateTimeOffset.UnixEpoch);
        corrected.Changes.Should().ContainSingle("the day of the first answer stays").Which.Record!.Attributes.Integer("level").Should().Be(1);
    }

    [Theory]
    [InlineData("7", "0 tot en met 5")]
    [InlineData("3,5", "0 tot en met 5")]
    [InlineData("ja", "0 tot en met 5")]
    [InlineData("-1", "0 tot en met 5")]
    public void A_figure_that_is_no_level_is_refused_with_file_row_value_and_rule_and_nothing_is_written(string figure, string rule)
    {
        var reading = Read(Line("Brede School", school, "Stichting Welzijn", welfare, "2"), Line("Brede School", school, "Wijkpolitie", police, figure));
        var refused = reading.Refused.Should().ContainSingle().Subject;
        refused.Line.Nl.Should().StartWith($"lijst.csv rij 3: '{figure}': ").And.Contain(rule);
        reading.Changes.Should().BeEmpty("all or nothing");
    }

    [Fact]
    public void What_was_changed_by_mistake_is_refused()
    {
        Refusal(Line("Brede School", school, "Buurttuin", police, "2")).Should().Contain("'Buurttuin'").And.Contain("hoort niet bij de sleutel").And.Contain("(Wijkpolitie)");
        Refusal(Line("Wijkpolitie", school, "Wijkpolitie", police, "2")).Should().Contain("hoort niet bij de sleutel").And.Contain("(Brede School)");
        Refusal(Line("Stichting Welzijn", welfare, "Wijkpolitie", police, "2")).Should().Contain("niemand die in de ronde ‘voorjaar’ is gevraagd");
        Refusal(Line("Brede School", school, "Wijkpolitie", "agency:test:weg", "2")).Should().Contain("geen organisatie of initiatief");
        Refusal(Line("Brede School", school, "Wijkpolitie", police, "2", "inquiry:test:zomer")).Should().Contain("de sleutel van een vragenronde");
        Refusal(Line("Brede School", school, "", "", "2")).Should().Contain("een cijfer zonder naam");
        Refusal(Line("Brede School", school, "Brede School", "", "2")).Should().Contain("over wie zelf antwoordt");
    }

    [Fact]
    public void Two_figures_by_one_about_one_other_are_refused_and_the_same_figure_twice_is_one_answer()
    {
        var once = Line("Brede School", school, "Wijkpolitie", police, "2");
        Refusal(once, Line("Brede School", school, "Wijkpolitie", "", "3")).Should().Contain("hier 3 en eerder 2 (lijst.csv rij 2)");
        Read(once, once).AnswerCount.Should().Be(1);
    }

    [Fact]
    public void Who_is_named_beside_the_list_is_found_by_name_without_minding_case_or_legal_form()
    {
        var reading = Read(Line("Brede School", school, "welzijn", "", "4"), Line("Wijkpolitie", police, "BUURTTUIN", "", "1"));
        reading.NotFound.Should().BeEmpty();
        Answers(reading).Select(answer => (answer.Attributes.Text("reportedBy"), answer.From, answer.To))
            .Should().BeEquivalentTo([("Brede School", school, welfare), ("Wijkpolitie", police, garden)]);
    }

    [Fact]
    public void Who_cannot_be_found_is_told_with_near_names_and_the_rest_is_written()
    {
        var reading = Read(Line("Brede School", school, "Wijkplitie", "", "2"), Line("Brede School", school, "Stichting Welzijn", welfare, "2"), Line("Brede School", school, "Buurttuin", "", ""));
        reading.Refused.Should().BeEmpty();
        reading.NotFound.Select(remark => remark.Line.En).Should().SatisfyRespectively(
            first => first.Should().StartWith("lijst.csv row 2: 'Wijkplitie': this organisation is not known").And.Contain("Did you mean 'Wijkpolitie'"),
            second => second.Should().StartWith("lijst.csv row 4: 'Buurttuin': this name has no figure"));
        Answers(reading).Should().ContainSingle();
    }

    [Fact]
    public void A_name_that_several_have_asks_for_the_key_and_takes_it()
    {
        var other = graph.Node(NodeKind.Initiative, "Wijkpolitie");
        var reading = Read(Line("Brede School", school, "Wijkpolitie", "", "2"));
        reading.NotFound.Should().ContainSingle().Which.Line.En.Should().Contain(police).And.Contain(other);
        Answers(Read(Line("Brede School", school, "Wijkpolitie", other, "2"))).Should().ContainSingle();
    }

    [Fact]
    public void Both_ends_may_answer_and_each_answer_stands()
    {
        var reading = Read(Line("Brede School", school, "Wijkpolitie", police, "3"), Line("Wijkpolitie", police, "Brede School", "", "1"));
        Answers(reading).Select(answer => (answer.Attributes.Text("reportedBy"), answer.Attributes.Integer("level"))).Should().BeEquivalentTo([("Brede School", (long?)3), ("Wijkpolitie", (long?)1)]);
    }

    [Fact]
    public void Two_with_the_same_name_are_told_apart_by_key()
    {
        var twin = graph.Node(NodeKind.Initiative, "Brede School");
        graph.Relate(RelationKind.Inquired, round, twin, ("listed", ImmutableArray.Create(school)));
        Answers(Read(Line("Brede School", twin, "Brede School", school, "3"))).Single().Attributes.Text("reportedBy").Should().Be(twin);
    }

    [Fact]
    public void English_headings_are_read_and_columns_may_stand_in_any_order()
    {
        var columns = AnswerForm.Columns.Select(column => column.En).Reverse();
        string[] line = [.. Line("Brede School", school, "Wijkpolitie", police, "3").Reverse()];
        AnswerReading.Of([File("list.csv", columns, line)], graph.Contents(), Day, DateTimeOffset.UnixEpoch).AnswerCount.Should().Be(1);
    }

    [Fact]
    public void A_file_that_is_no_list_or_lost_a_column_is_refused()
    {
        FluentActions.Invoking(() => Of(new SourceFile("andere.csv", "a;b\n1;2\n"u8.ToArray()))).Should().Throw<ImportFileException>().Which.Why.Nl.Should().StartWith("andere.csv: hier staat geen lijst van een vragenronde in");
        FluentActions.Invoking(() => Of(File("lijst.csv", AnswerForm.Columns.Take(5).Select(column => column.Nl), ["a", "b", "1", "c", "d"]))).Should().Throw<ImportFileException>()
            .Which.Why.Nl.Should().Contain($"'{AnswerForm.AboutKey.Nl}' ontbreekt");

        AnswerReading Of(SourceFile file) => AnswerReading.Of([file], graph.Contents(), Day, DateTimeOffset.UnixEpoch);
    }

    private string Refusal(params string[][] lines) => Read(lines).Refused.Should().ContainSingle().Which.Line.Nl;

    private AnswerReading Read(params string[][] lines) => AnswerReading.Of([File(lines)], graph.Contents(), Day, DateTimeOffset.UnixEpoch);

    private static Relation[] Answers(AnswerReading reading) => [.. reading.Changes.Select(change => change.Record).OfType<Relation>().Where(relation => relation.Kind == RelationKind.Collaborates)];

    private string[] Line(string who, string whoKey, string about, string aboutKey, string level, string? of = null) => [who, about, level, of ?? round, whoKey, aboutKey];

    private static SourceFile File(params string[][] lines) => File("lijst.csv", AnswerForm.Columns.Select(column => column.Nl), lines);

    private static SourceFile File(string name, IEnumerable<string> columns, params string[][] lines) =>
        new(name, Encoding.UTF8.GetBytes(string.Join('\n', lines.Prepend([.. columns]).Select(line => string.Join(';', line)))));
}
