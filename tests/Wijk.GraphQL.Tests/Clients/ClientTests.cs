using System.Diagnostics;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Clients;

/// <summary>Clients that others use, from npm, asked of a running server whether they can trust the schema.</summary>
public sealed class ClientTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static readonly string Folder = Path.Combine(SharedData.Root, "tests", "Wijk.Clients");
    private static readonly string SchemaFile = Path.Combine(SharedData.Root, "src", "Wijk.GraphQL", "schema.graphql");

    [Theory]
    [InlineData("introspection", "types, 6 scalars with a specification")]
    [InlineData("codegen", "are TypeScript")]
    [InlineData("relay", "Relay keeps")]
    [InlineData("apollo", "Apollo keeps")]
    [InlineData("urql", "urql keeps")]
    [InlineData("audit", "audits hold")]
    public async Task A_client_can_trust_the_schema(string script, string told)
    {
        if (!Directory.Exists(Path.Combine(Folder, "node_modules")) && Environment.GetEnvironmentVariable("CI") != "true")
            Assert.Skip("The clients are not there; npm ci in tests/Wijk.Clients fetches them.");
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in new[] { script + ".mjs", new Uri(server.Address, "graphql").ToString(), SchemaFile }) start.ArgumentList.Add(argument);
        using var node = Process.Start(start)!;
        var (output, errors) = (node.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), node.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await node.WaitForExitAsync(TestContext.Current.CancellationToken);
        node.ExitCode.Should().Be(0, await output + await errors);
        (await output).Should().Contain(told);
        TestContext.Current.TestOutputHelper!.WriteLine(await output);
    }
}
