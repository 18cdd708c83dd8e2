using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j.QueryApi;

public sealed class CertificateTests
{
    private static readonly DateTimeOffset From = DateTimeOffset.UtcNow.AddDays(-1), To = DateTimeOffset.UtcNow.AddDays(30);

    [Fact]
    public async Task A_private_authority_is_trusted_by_its_file_and_only_then()
    {
        using var folder = new TempFolder();
        using var authority = Authority("CN=Own");
        using var other = Authority("CN=Other");
        File.WriteAllText(folder.File("own.pem"), authority.ExportCertificatePem());
        File.WriteAllText(folder.File("other.pem"), other.ExportCertificatePem());
        using var certificate = Issue(authority, IPAddress.Loopback);
        await using var server = new FaultyServer(null, _ => Fault.Answer(202, Cypher.Committed), certificate);

        using (var answer = await ReadAsync(server, folder.File("own.pem"))) answer.RowCount.Should().Be(2);
        foreach (var file in new[] { null, folder.File("other.pem") })
        {
            (await FluentActions.Awaiting(() => ReadAsync(server, file)).Should().ThrowAsync<StoreUnavailableException>())
                .WithMessage("The certificate of Neo4j at 127.0.0.1:*/neo4j is not trusted*WIJK_NEO4J_CA_FILE*");
        }

        server.RequestCount.Should().Be(1, "nothing is sent to a server that is not trusted");
    }

    [Fact]
    public async Task A_certificate_for_another_host_is_not_trusted()
    {
        using var folder = new TempFolder();
        using var authority = Authority("CN=Own");
        File.WriteAllText(folder.File("own.pem"), authority.ExportCertificatePem());
        using var certificate = Issue(authority, IPAddress.Parse("192.0.2.1"));
        await using var server = new FaultyServer(null, _ => Fault.Answer(202, Cypher.Committed), certificate);
        await FluentActions.Awaiting(() => ReadAsync(server, folder.File("own.pem"))).Should().ThrowAsync<StoreUnavailableException>();
        server.RequestCount.Should().Be(0);
    }

    private static async Task<Answer> ReadAsync(FaultyServer server, string? file)
    {
        using var client = new QueryApiClient(Cypher.Settings(server.Url) with { CertificateAuthorityFile = file }, new SkippingClock());
        return await client.ReadAsync(Cypher.Of("R"), null, default);
    }

    private static X509Certificate2 Authority(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, false, 0, critical: true));
        return request.CreateSelfSigned(From, To);
    }

    private static X509Certificate2 Issue(X509Certificate2 authority, IPAddress host)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=neo4j", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(host);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(authority, From, To, [1, 2, 3, 4]);
        return certificate.CopyWithPrivateKey(key);
    }
}
