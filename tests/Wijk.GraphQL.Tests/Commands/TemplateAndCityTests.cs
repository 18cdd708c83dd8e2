using System.Text.Json.Nodes;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

public sealed class TemplateAndCityTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("template")]
    [InlineData("template.xlsx")]
    public async Task A_template_is_written_once_and_an_empty_one_can_be_imported(string name)
    {
        var template = folder.File(name);
        (await WijkCommand.RunAsync("template", template)).Well();
        Path.Exists(template).Should().BeTrue();
        (await WijkCommand.RunAsync("template", template)).Refusal().Should().Contain("er wordt niets overschreven");
        (await WijkCommand.RunAsync("template", template, "-l", "en")).Refusal().Should().Contain("nothing is overwritten");
        (await WijkCommand.RunAsync("import", template, "--data", folder.File("data"), "-l", "en")).Well().Should().Contain("the version stays 0");
    }

    [Fact]
    public async Task The_same_seed_makes_the_same_city_of_the_size_that_was_asked()
    {
        (await WijkCommand.RunAsync("generate", "--nodes", "1000", "--seed", "7", "--data", folder.File("data"))).Well();
        (await WijkCommand.RunAsync("generate", "--nodes", "1000", "--seed", "7", "--out", folder.File("city.json"))).Well();
        var city = (await WijkCommand.RunAsync("export", "--data", folder.File("data"))).Well();
        (await File.ReadAllTextAsync(folder.File("city.json"), TestContext.Current.CancellationToken)).Should().Be(city + "\n");

        var export = JsonNode.Parse(city)!;
        export["nodes"]!.AsArray().Should().HaveCount(1000);
        export["relations"]!.AsArray().Should().HaveCount(5000);
        (await WijkCommand.RunAsync("generate", "--nodes", "1000", "--data", folder.File("data"))).Refusal().Should().Contain("bevat al gegevens");
    }

    [Theory]
    [InlineData("5")]
    [InlineData("2000000000")]
    public async Task A_city_of_an_impossible_size_is_refused(string nodes)
    {
        (await WijkCommand.RunAsync("generate", "--nodes", nodes, "--data", folder.File("data"), "-l", "en")).Refusal().Should().Contain($"--nodes {nodes}");
        Directory.Exists(folder.File("data")).Should().BeFalse();
    }
}
