using NJsonSchema;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Import.Suggestions;
using Wijk.Graph.Model;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Suggestions;

public class MappingSuggesterTests
{
    private const string Guide = "Organisatie;Naam activiteit;Doelgroep(en);Buurt;Thema;Startdatum;Einddatum;Bedrag;Contactpersoon;Kleur;Werkt samen met\n"
        + "De Linde;Ouderensoos;ouderen;Noord;Welzijn;1-9-2025;31-12-2025;€ 4.500,00;Jan Jansen;rood;GGD; \n";

    [Fact]
    public async Task It_says_what_it_is_sure_of_what_it_guessed_and_what_it_left()
    {
        var suggestion = Suggest("Gids 2025.csv", Guide.Replace("GGD; \n", "GGD\n", StringComparison.Ordinal)
            + "De Linde;Meidenavond;jongeren|ouders;Noord;Welzijn;2025-01-01;;onbekend;Piet;blauw;GGD\nGGD;Spreekuur;;Zuid;Zorg;2-1-2025;;€ 1.000,50;;;\n");
        suggestion.Columns.ToDictionary(column => column.Heading, column => column.Certainty).Should().Equal(new Dictionary<string, Certainty>
        {
            ["Organisatie"] = Certainty.Sure,
            ["Naam activiteit"] = Certainty.Sure,
            ["Doelgroep(en)"] = Certainty.Guessed,
            ["Buurt"] = Certainty.Sure,
            ["Thema"] = Certainty.Sure,
            ["Startdatum"] = Certainty.Sure,
            ["Einddatum"] = Certainty.Sure,
            ["Bedrag"] = Certainty.Sure,
            ["Contactpersoon"] = Certainty.Left,
            ["Kleur"] = Certainty.Left,
            ["Werkt samen met"] = Certainty.Sure,
        });
        (suggestion.RowCount, suggestion.RefusedCount).Should().Be((3, 0));
        (await JsonSchema.FromJsonAsync(MappingLibrary.Schema, TestContext.Current.CancellationToken)).Validate(suggestion.Json).Should().BeEmpty();
        suggestion.Json.Should().NotContain("Jansen");
    }

    [Fact]
    public void What_it_proposes_reads_the_file_as_a_person_would()
    {
        using var files = new TempFiles();
        var path = files.Write("gids.csv", "organisation,activity,target group,area,funder,from,budget\nLinde,Soup,elderly;youth,North;South,Fund,2025-01,\"1,500.50\"\nGGD,Help,,South,,2025,20\n");
        var suggestion = MappingSuggester.Suggest(path, default);
        var records = MappingRunner.Run(DeclaredMapping.Parse("x", suggestion.Json), [path], null, default, null, default);
        records.Refused.Should().BeEmpty();
        records.Nodes.Where(node => node.Record.Kind is NodeKind.Agency).Select(node => node.Record.Name).Should().BeEquivalentTo("Linde", "GGD", "Fund");
        records.Nodes.Count(node => node.Record.Kind == NodeKind.Targeting).Should().Be(5, "two groups in two areas, and one area without a group");
        records.Nodes.Single(node => node.Record.Name == "Soup").Record.Attributes.Number("budget").Should().Be(1500.5m);
        records.Relations.Count(relation => relation.Record.Kind == RelationKind.Funds).Should().Be(1);
    }

    [Theory]
    [InlineData("naam,x\nA,1\n", "naam", Certainty.Guessed)]
    [InlineData("organisatie,wanneer\nA,2025-01-01\nB,2025-02-01\n", "wanneer", Certainty.Guessed)]
    [InlineData("organisatie,startdatum\nA,rood\nB,blauw\n", "startdatum", Certainty.Left)]
    [InlineData("organisatie,aanbieder\nA,B\n", "aanbieder", Certainty.Left)]
    [InlineData("organisatie,website\nA,\n", "website", Certainty.Left)]
    public void Headings_and_values_must_agree(string csv, string column, Certainty certainty)
    {
        var suggestion = Suggest("a.csv", csv);
        suggestion.Columns.Single(made => made.Heading == column).Certainty.Should().Be(certainty);
        suggestion.RefusedCount.Should().Be(0);
    }

    [Fact]
    public void A_table_that_says_nothing_of_who_or_what_gets_no_mapping() =>
        FluentActions.Invoking(() => Suggest("a.csv", "x,y\n1,2\n")).Should().Throw<NoSuggestionException>().WithMessage("*no column says who does something*Columns are x, y.");

    private static MappingSuggestion Suggest(string name, string csv)
    {
        using var files = new TempFiles();
        return MappingSuggester.Suggest(files.Write(name, csv), default);
    }
}
