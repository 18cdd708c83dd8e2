using System.Net.Http.Headers;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>Makes the HTTP client through which Wijk speaks with one Neo4j server.</summary>
internal static class Neo4jHttp
{
    /// <summary>A client that sends the user's credentials with each request, to this server and nowhere else.</summary>
    public static HttpClient Create(Neo4jSettings settings)
    {
        var handler = new SocketsHttpHandler
        {
            // A redirect would carry the credentials to where somebody else points.
            AllowAutoRedirect = false,
            UseCookies = false,
            // The database stands on a network of its own; a proxy from the environment is for the outside, and could read everything.
            UseProxy = false,
            // No trace headers: what goes to the server is the request alone.
            ActivityHeadersPropagator = null,
            MaxConnectionsPerServer = 16,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Neo4j closes a connection that was idle for 30 s; we do so first, so that no request is sent into a closing one.
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
            // A server that is gone without a word is found before the operating system gives up, which takes minutes.
            ConnectTimeout = TimeSpan.FromSeconds(10),
            // What is dropped is closed, never read to its end: only that tells the server to stop.
            MaxResponseDrainSize = 0,
        };
        if (settings.CertificateAuthorityFile is { } file) handler.SslOptions.CertificateChainPolicy = Trusting(file);

        // Each call has a deadline of its own.
        var client = new HttpClient(handler) { Timeout = Timeout.InfiniteTimeSpan };
        var credentials = Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}");
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(credentials));
        client.DefaultRequestHeaders.Accept.ParseAdd("application/json");
        return client;
    }

    private static X509ChainPolicy Trusting(string file)
    {
        var policy = new X509ChainPolicy
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            // A private authority rarely publishes what it revoked; the chain and the host's name are checked all the same.
            RevocationMode = X509RevocationMode.NoCheck,
        };
        policy.CustomTrustStore.ImportFromPemFile(file);
        return policy;
    }
}
