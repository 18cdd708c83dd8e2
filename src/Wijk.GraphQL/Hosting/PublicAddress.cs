using System.Net;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.HttpOverrides;
using IPNetwork = System.Net.IPNetwork;

namespace Wijk.GraphQL.Hosting;

/// <summary>The address that others reach Wijk by, through a reverse proxy on this machine: its names (<c>Hosts</c>), and which proxies are believed (<c>Proxies</c>).</summary>
internal static class PublicAddress
{
    /// <summary>
    /// Lets in requests for this machine's own names and those of <c>Hosts</c>. What <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> say is taken from
    /// the proxies of <c>Proxies</c> only, and a host of another name from nobody.
    /// </summary>
    /// <exception cref="CannotStartException">A host or proxy is not one.</exception>
    public static void AddPublicAddress(this IServiceCollection services, IConfiguration configuration)
    {
        string[] hosts = [.. ListenAddresses.HostNames, .. HostsOf(configuration)];
        var proxies = ProxiesOf(configuration);
        services.Configure<HostFilteringOptions>(filter => (filter.AllowedHosts, filter.AllowEmptyHosts) = (hosts, false));
        services.Configure<ForwardedHeadersOptions>(forwarded =>
        {
            // With both lists empty ASP.NET Core believes everybody.
            forwarded.ForwardedHeaders = proxies.Length == 0 ? ForwardedHeaders.None
                : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost;
            forwarded.AllowedHosts = hosts;
            forwarded.ForwardLimit = null;
            forwarded.KnownProxies.Clear();
            forwarded.KnownIPNetworks.Clear();
            foreach (var proxy in proxies) forwarded.KnownIPNetworks.Add(proxy);
        });
    }

    private static string[] HostsOf(IConfiguration configuration)
    {
        var hosts = configuration.List("Hosts");
        return hosts.FirstOrDefault(host => Uri.CheckHostName(host) == UriHostNameType.Unknown) is { } wrong
            ? throw new CannotStartException(new(
                $"De instelling Hosts noemt '{wrong}'; geef namen zoals wijk.voorbeeld.nl, zonder https:// en zonder poort, met puntkomma's ertussen.",
                $"The setting Hosts names '{wrong}'; give names such as wijk.example, without https:// and without a port, with semicolons between them."))
            : hosts;
    }

    private static IPNetwork[] ProxiesOf(IConfiguration configuration) => [.. configuration.List("Proxies").Select(text =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new(address, address.GetAddressBytes().Length * 8)
        : throw new CannotStartException(new(
            $"De instelling Proxies noemt '{text}'; geef adressen zoals 127.0.0.1 of reeksen zoals 10.0.0.0/8, met puntkomma's ertussen.",
            $"The setting Proxies names '{text}'; give addresses such as 127.0.0.1 or ranges such as 10.0.0.0/8, with semicolons between them.")))];
}
