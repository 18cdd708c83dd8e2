using DotNet.Testcontainers.Builders;

namespace Wijk.Testing;

/// <summary>Neo4j's own image in Docker, for a checkout without <c>../shared</c>; Testcontainers takes it away when this process ends.</summary>
internal static class Neo4jContainer
{
    /// <summary>The password of the user neo4j.</summary>
    public const string Password = "wijk-test-pass";

    private const ushort HttpPort = 7474;

    /// <summary>Starts it.</summary>
    /// <returns>Its address, or why it could not be started.</returns>
    public static async Task<(Uri? Url, string WhyNot)> StartAsync()
    {
        try
        {
            var container = new ContainerBuilder("neo4j:5.26-community")
                .WithEnvironment("NEO4J_AUTH", $"neo4j/{Password}")
                .WithPortBinding(HttpPort, assignRandomHostPort: true)
                .Build();
            await container.StartAsync();
            return (new Uri($"http://{container.Hostname}:{container.GetMappedPublicPort(HttpPort)}/"), "");
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Without Docker the library throws one of many types, and each means the same here.
            return (null, $"Docker cannot start one either: {exception.Message}");
        }
    }
}
