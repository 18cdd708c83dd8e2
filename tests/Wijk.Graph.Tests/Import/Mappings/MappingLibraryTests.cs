using NJsonSchema;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Tests.Import.Formats;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Import.Mappings;

public class MappingLibraryTests
{
    [Theory]
    [InlineData("amsterdam-gebieden")]
    [InlineData("amsterdam-subsidies")]
    [InlineData("hsds")]
    [InlineData("360giving")]
    [InlineData("adjacency-matrix")]
    [InlineData("cbs-gebieden")]
    [InlineData("edge-list")]
    [InlineData("edge-list-plain")]
    [InlineData("hsds-json")]
    [InlineData("network")]
    [InlineData("partner-survey")]
    [InlineData("rijk-subsidies")]
    [InlineData("partner-matrix")]
    public async Task A_shipped_mapping_keeps_to_the_published_schema(string name)
    {
        var schema = await JsonSchema.FromJsonAsync(MappingLibrary.Schema, TestContext.Current.CancellationToken);
        schema.Validate(MappingLibrary.Find(name).Text).Should().BeEmpty();
    }

    [Fact]
    public async Task The_schema_refuses_what_the_reader_refuses()
    {
        var schema = await JsonSchema.FromJsonAsync(MappingLibrary.Schema, TestContext.Current.CancellationToken);
        var text = MappingLibrary.Find("amsterdam-subsidies").Text;
        schema.Validate(text.Replace("\"nodes\"", "\"node\"", StringComparison.Ordinal)).Should().NotBeEmpty();
        schema.Validate(text.Replace("\"number\": \"dutch\"", "\"number\": \"french\"", StringComparison.Ordinal)).Should().NotBeEmpty();
        schema.Validate(text.Replace("\"kind\": \"RUNS\"", "\"kind\": \"RUN\"", StringComparison.Ordinal)).Should().NotBeEmpty();
    }

    [Theory]
    [InlineData("amsterdam-subsidies-2016", "amsterdam-subsidies")]
    [InlineData("amsterdam-gebieden", "amsterdam-gebieden")]
    [InlineData("baltimore-bahc", "hsds")]
    public void The_mapping_is_found_by_names_and_headings(string folder, string mapping) =>
        MappingLibrary.Detect([SharedData.Path(folder)]).Name.Should().Be(mapping);

    [Fact]
    public void A_file_of_another_name_is_known_by_its_headings()
    {
        using var files = new TempFiles();
        var path = files.Write("download.csv", "Naam,Project,Regeling,Organisatie,Thema,Jaar,Periodiciteit,Aangevraagd,Verleend\n"
            + "A,P,R,stadsdeel Oost,Sport,2016,Eenmalig,€ 15.000,10358.00\n");
        MappingLibrary.Detect([path]).Name.Should().Be("amsterdam-subsidies");
        MappingRunner.Run(MappingLibrary.Detect([path]), [path], null, default, null, TestContext.Current.CancellationToken).Relations.Should().Contain(relation =>
            relation.Record.Attributes.Number("amount") == 10358m && relation.Record.Attributes.Number("requested") == 15000m);
    }

    [Fact]
    public void When_no_mapping_fits_the_message_says_what_to_do()
    {
        using var files = new TempFiles();
        FluentActions.Invoking(() => MappingLibrary.Detect([files.Write("a.csv", "x,y\n1,2\n")])).Should().Throw<MappingException>()
            .WithMessage("*none of 360giving, *, wijk fits a.csv by name and headings; name one with --mapping, or have one proposed with: mapping suggest*");
    }

    [Fact]
    public void When_several_fit_the_message_names_them()
    {
        using var files = new TempFiles();
        files.Write("Agency.csv", "id,name\n1,x\n");
        files.Write("buurten.csv", "BUURTCODE_2015,BUURTCODE_CBS_2015,BUURTNAAM_2015,BUURTCODE_2022,BUURTCODE_CBS_2022,BUURTNAAM_2022,WIJKCODE_2022,"
            + "WIJKNAAM_2022,STADSDEELCODE,STADSDEELNAAM,latitude,longitude,geometrie\n");
        FluentActions.Invoking(() => MappingLibrary.Detect([files.Folder])).Should().Throw<MappingException>()
            .WithMessage("*amsterdam-gebieden and wijk fit Agency.csv, buurten.csv; name the one you mean*");
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_before_a_mapping_is_sought()
    {
        using var files = new TempFiles();
        FluentActions.Invoking(() => MappingLibrary.Detect([files.Write("a.json", "[{")])).Should().Throw<ImportFileException>().WithMessage("a.json row 1:*");
        FluentActions.Invoking(() => MappingLibrary.Detect([Path.Combine(files.Folder, "none.csv")])).Should().Throw<ImportFileException>();
    }
}
