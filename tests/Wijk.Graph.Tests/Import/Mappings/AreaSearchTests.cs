using System.Collections.Immutable;
using System.Globalization;
using CsCheck;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Mappings;

/// <summary>Names of areas in texts, by a mapping with two tables: areas (id, name, alias, level, whole) and titles.</summary>
public class AreaSearchTests
{
    private const string Areas = "id,name,alias,level,whole\n"
        + "N,Noord,,stadsdeel,\n"
        + "NA,Tuindorp Oostzaan,,wijk,N\n"
        + "NA1,Tuindorp Oostzaan-Oost,,buurt,NA\n"
        + "NB,Molenwijk,De Molens,buurt,N\n"
        + "Z,Zuid,,stadsdeel,\n"
        + "ZA,Chassébuurt,A00a,wijk,Z\n"
        + "ZB,Betondorp,,wijk,Z\n"
        + "ZB1,Betondorp,,buurt,ZB\n"
        + "ZC,Noord,,buurt,Z\n"
        + "ZD,2015,,postcode,Z\n"
        + "ZE,F,,buurt,Z\n";

    [Theory]
    [InlineData("Lentefeest Molenwijk", "NB")]
    [InlineData("LENTEFEEST IN MOLENWIJK!", "NB")]
    [InlineData("Lentefeest (Molenwijk)", "NB")]
    [InlineData("Feest bij de  molens", "NB")] // An alias, other blanks.
    [InlineData("Feest in de Chassebuurt", "ZA")]
    [InlineData("Feest in de Chasse\u0301buurt", "ZA")] // An accent that is a character of its own.
    [InlineData("Molenwijk en Tuindorp Oostzaan", "NB", "NA")]
    [InlineData("Molenwijk, het feest van Molenwijk", "NB")]
    [InlineData("Feest voor Molenwijkers")]
    [InlineData("Tuindorp, Oostzaan", "NA")]
    [InlineData("Tuindorp in Oostzaan")]
    [InlineData("Tuindorp")]
    public void An_area_is_found_by_its_whole_name_case_and_accents_aside(string title, params string[] areas) => Found(title).Should().Equal(areas);

    [Fact]
    public void The_longest_name_is_meant_and_not_one_inside_it() => Found("Feest in Tuindorp Oostzaan Oost").Should().Equal("NA1");

    [Fact]
    public void A_code_a_number_and_a_letter_are_never_taken_for_a_place() => Found("Feest 2015 van F in A00a").Should().BeEmpty();

    [Fact]
    public void What_is_found_is_inferred_with_the_rule_in_both_languages_and_the_words_as_written()
    {
        var records = Run("Feest in MOLENWIJK, Molenwijk!");
        var targeting = records.NodesOf(NodeKind.Targeting).Single();
        var place = records.RelationsOf(RelationKind.In).Single();
        foreach (var record in new GraphRecord[] { targeting, place })
        {
            record.Source.Should().Be(Inference.Source);
            record.Inference.Should().Be(new Inference("n", new("plaats in de titel", "place in the title"), ["MOLENWIJK", "Molenwijk"]));
        }

        records.NodesOf(NodeKind.Measure).Single().Inference.Should().BeNull();
    }

    [Fact]
    public void A_name_of_two_areas_is_left_alone_and_told_with_the_rows_that_have_it()
    {
        var records = Run("Buurtfeest Betondorp\nSoos\nBetondorp en betondorp\nFeest in Noord");
        records.NodesOf(NodeKind.Targeting).Should().BeEmpty();
        records.Warnings.Should().ContainSingle().Which.ToString().Should().Be(
            "titles.csv row 2: 3 rows, this being the first: the text has a name that fits more than one area; nothing was concluded from it. (Betondorp, Noord)");
    }

    [Fact]
    public void Within_a_district_only_its_own_areas_count_and_a_name_is_clear_when_one_of_them_has_it()
    {
        const string inZuid = """, "within": "district" """;
        Found("Feest in Noord", inZuid).Should().Equal("ZC");
        Run("Betondorp", inZuid).Warnings.Should().ContainSingle(warning => warning.Message.En.Contains("fits more than one area"));
        var elsewhere = Run("Feest in de Molenwijk", inZuid);
        elsewhere.NodesOf(NodeKind.Targeting).Should().BeEmpty();
        elsewhere.Warnings.Should().ContainSingle().Which.Line.Nl.Should().EndWith("de tekst noemt een gebied buiten het gebied waar het om gaat; daar is niets uit afgeleid. (Molenwijk)");
    }

    [Fact]
    public void Only_the_levels_that_are_asked_for_are_found()
    {
        Found("Tuindorp Oostzaan en Molenwijk", """, "levels": ["wijk"] """).Should().Equal("NA");
        Found("Tuindorp Oostzaan-Oost", """, "levels": ["wijk"] """).Should().BeEmpty("it is the buurt that is named");
    }

    [Fact]
    public void A_name_that_says_something_else_too_often_can_be_left_alone() =>
        Found("De Molens en de Chassébuurt", """, "except": ["de molens"] """).Should().Equal("ZA");

    [Fact]
    public void Several_texts_of_a_row_are_searched_as_one()
    {
        var mapping = Mapping("""{ "of": ["{title}", "{by}"], "as": "place", "rule": "place" }""");
        using var folder = new TempFiles();
        folder.Write("titles.csv", "title,by\nMolenwijk samen,Vereniging Molenwijk\n");
        folder.Write("areas.csv", Areas);
        var targeting = MappingRunner.Run(mapping, [folder.Folder], null, default, null, default).NodesOf(NodeKind.Targeting).Single();
        targeting.Inference!.Words.Should().Equal("Molenwijk");
        targeting.Inference.Rule.Should().Be((Words)"place", "one text serves for both languages");
    }

    [Fact]
    public void Areas_of_the_graph_are_found_too_but_not_those_of_the_sample()
    {
        using var folder = new TempFiles();
        folder.Write("titles.csv", "title,by\nVan Kattenburg naar de Havenbuurt,x\n");
        folder.Write("areas.csv", Areas);
        var records = MappingRunner.Run(Mapping(), [folder.Folder], null, default, new(new(1, default), [Area("city", "Kattenburg"), Area("voorbeeldwijk", "Havenbuurt")], []), null, default);
        records.RelationsOf(RelationKind.In).Select(relation => relation.To).Should().Equal("area:city:Kattenburg");
    }

    [Fact]
    public void Where_no_area_is_known_the_next_step_is_told()
    {
        using var folder = new TempFiles();
        folder.Write("titles.csv", "title,by\nMolenwijk,x\nSoos,x\n");
        folder.Write("areas.csv", "id,name,alias,level,whole\n");
        MappingRunner.Run(Mapping(), [folder.Folder], null, default, null, default).Warnings.Should().ContainSingle().Which.Line.En
            .Should().Contain("2 rows").And.EndWith("no areas are known yet to look for in texts; import the areas first, and then this file again.");
    }

    [Fact]
    public void The_same_names_are_found_as_by_trying_each_of_them_at_each_place() =>
        Gen.Int.Sample(seed =>
        {
            var random = new Random(seed);
            string[] words = ["oost", "west", "park", "de", "oud"];
            string Text(int most) => string.Join(' ', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => words[random.Next(words.Length)]));
            var names = Enumerable.Range(0, 6).Select(_ => Text(3)).Distinct().Where(name => name.Length > 2).ToArray();
            var found = new AreaNames(names.Select(name => Area("n", name)), []);
            var text = Text(12);
            found.In(text).Select(named => named.Written).Should().Equal(TriedOneByOne(text.Split(' '), names), $"seed {seed}: '{text}' in {string.Join(", ", names)}");
        });

    [Theory]
    [InlineData("""{ "of": "{title}", "as": "place", "rule": "r", "levels": ["wijken"] }""", "*areas.levels?0?:*must be one of*Did you mean 'wijk'?*")]
    [InlineData("""{ "of": "{title}", "as": "place", "rule": "r", "within": "distict" }""", "*areas.within:*names no node made before it*Did you mean 'district'?*")]
    [InlineData("""{ "of": "{title}", "as": "place" }""", "*areas:*'rule' is missing*")]
    [InlineData("""{ "of": "{title}", "as": "place", "rule": 1 }""", "*areas.rule:*must be a text, or an object with nl and en*")]
    [InlineData("""{ "of": "{title}", "as": "place", "rule": "r" }, "words": { "of": "{title}", "list": "x", "as": "y" }""", "*has words and areas; put one in a part inside the other*")]
    public void A_search_that_is_written_wrongly_names_its_place(string search, string message) =>
        FluentActions.Invoking(() => Mapping(search)).Should().Throw<MappingException>().WithMessage(message);

    private static IEnumerable<string> TriedOneByOne(string[] words, string[] names)
    {
        for (var start = 0; start < words.Length; start++)
        {
            var longest = Enumerable.Range(1, words.Length - start).Select(count => string.Join(' ', words[start..(start + count)])).LastOrDefault(names.Contains);
            if (longest is null) continue;
            yield return longest;
            start += longest.Split(' ').Length - 1;
        }
    }

    private static Node Area(string source, string name) => new(Keys.Of(NodeKind.Area, source, name), NodeKind.Area)
    {
        Source = source,
        RecordedAt = default,
        Attributes = AttributeSet.Of(("name", name), ("level", "buurt")),
    };

    private static string[] Found(string title, string more = "") =>
        [.. Run(title, more).RelationsOf(RelationKind.In).Select(relation => relation.To["area:n:".Length..])];

    private static MappedRecords Run(string titles, string more = "") => MiniMapping.Run(
        Mapping($$"""{ "of": "{title}", "as": "place", "rule": { "nl": "plaats in de titel", "en": "place in the title" } {{more}} }"""),
        ("areas.csv", Areas),
        ("titles.csv", "title,by\n" + string.Concat(titles.Split('\n').Select(title => string.Create(CultureInfo.InvariantCulture, $"\"{title}\",x\n")))));

    private static DeclaredMapping Mapping(string search = """{ "of": "{title}", "as": "place", "rule": "place" }""") => MiniMapping.Of(
        $$"""
        [
          { "table": "titles",
            "nodes": {
              {{(search.Contains("within", StringComparison.Ordinal) ? """ "district": { "kind": "Area", "use": "refer", "id": "Z" }, """ : "")}}
              "measure": { "kind": "Measure", "id": "{title}", "attributes": { "name": "{title}" } } },
            "parts": [{ "areas": {{search}}, "targetings": [{ "of": "measure", "in": "place" }] }] },
          { "table": "areas",
            "nodes": {
              "area": { "kind": "Area", "id": "{id}", "attributes": { "name": "{name}", "level": "{level}", "aliases": ["{alias}"] } },
              "whole": { "kind": "Area", "use": "refer", "id": "{whole}", "optional": true } },
            "relations": [{ "kind": "PART_OF", "from": "area", "to": "whole" }] }
        ]
        """,
        """{ "titles": { "files": ["titles.csv"] }, "areas": { "files": ["areas.csv"] } }""");
}
