using System.Net;

namespace Wijk.GraphQL.Hosting;

/// <summary>Where the server listens: only on this machine, until there is access control.</summary>
internal static class ListenAddresses
{
    /// <summary>The address when none is set.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>The host names that requests may use; a site that points its own name at this machine is refused.</summary>
    public static IReadOnlyList<string> HostNames { get; } = ["localhost", "127.0.0.1", "[::1]"];

    /// <summary>The addresses that <c>--urls</c> or <c>ASPNETCORE_URLS</c> set, or the default.</summary>
    /// <exception cref="CannotStartException">An address can be reached from other machines: set there, for Kestrel, or as a port alone.</exception>
    public static IReadOnlyList<string> Of(IConfiguration configuration)
    {
        foreach (var endpoint in configuration.GetSection("Kestrel:Endpoints").GetChildren())
        {
            if (endpoint["Url"] is { } url) Check(url);
        }

        var urls = Parts(configuration["urls"]);
        foreach (var url in urls) Check(url);
        if (urls.Length > 0) return urls;

        // A port alone means every address of the machine.
        foreach (var port in Parts(configuration["http_ports"])) Check($"http://*:{port}");
        foreach (var port in Parts(configuration["https_ports"])) Check($"https://*:{port}");
        return [Default];
    }

    private static void Check(string url)
    {
        if (!IsLoopback(url))
        {
            throw new CannotStartException(new(
                $"Wijk luistert alleen op deze computer, omdat er nog geen toegangscontrole is: '{url}' kan niet; kies een adres zoals {Default}.",
                $"Wijk only listens on this machine, because there is no access control yet: '{url}' is refused; choose an address such as {Default}."));
        }
    }

    private static bool IsLoopback(string url)
    {
        try
        {
            var address = BindingAddress.Parse(url);
            return !address.IsUnixPipe && !address.IsNamedPipe
                && (address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
                    || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static string[] Parts(string? list) =>
        list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
