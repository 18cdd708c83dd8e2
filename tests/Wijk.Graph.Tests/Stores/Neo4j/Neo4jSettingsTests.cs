using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.QueryApi;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

public sealed class Neo4jSettingsTests
{
    private const string Secret = "s3cret-word";

    [Fact]
    public void Settings_come_from_the_environment()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("password"), Secret + "\n");
        var settings = Read(
            ("WIJK_NEO4J_URL", "http://db.example.nl:7474/graph/"), ("WIJK_NEO4J_DATABASE", "wijk.one"), ("WIJK_NEO4J_USER", "reader"),
            ("WIJK_NEO4J_PASSWORD_FILE", folder.File("password")), ("WIJK_NEO4J_ALLOW_PLAINTEXT", "true"));
        settings.Should().Be(new Neo4jSettings
        {
            Url = new Uri("http://db.example.nl:7474/graph/"),
            Database = "wijk.one",
            User = "reader",
            Password = Secret,
            AllowPlaintext = true,
        });
    }

    [Fact]
    public void Database_and_user_are_neo4j_unless_given()
    {
        var settings = Read(("WIJK_NEO4J_URL", "http://localhost:7474"), ("WIJK_NEO4J_PASSWORD", Secret));
        (settings.Database, settings.User, settings.AllowPlaintext, settings.CertificateAuthorityFile).Should().Be(("neo4j", "neo4j", false, null));
    }

    [Fact]
    public void The_password_is_not_in_the_text_of_settings() =>
        Read(("WIJK_NEO4J_URL", "http://localhost:7474"), ("WIJK_NEO4J_PASSWORD", Secret)).ToString().Should().Contain("localhost:7474/neo4j").And.NotContain(Secret);

    [Theory]
    [InlineData("http://localhost:7474")]
    [InlineData("http://127.0.0.1:7474")]
    [InlineData("http://[::1]:7474")]
    [InlineData("https://db.example.nl:7473")]
    public void Plain_text_stays_on_this_machine_and_encrypted_goes_anywhere(string url) =>
        Read(("WIJK_NEO4J_URL", url), ("WIJK_NEO4J_PASSWORD", Secret)).Url.Should().Be(new Uri(url));

    [Theory]
    [InlineData("WIJK_NEO4J_URL", "", "WIJK_NEO4J_URL is not set")]
    [InlineData("WIJK_NEO4J_URL", "localhost", "WIJK_NEO4J_URL 'localhost' is not an address")]
    [InlineData("WIJK_NEO4J_URL", "bolt://localhost:7687", "WIJK_NEO4J_URL 'bolt://localhost:7687' is not an http or https address")]
    [InlineData("WIJK_NEO4J_URL", "http://neo4j:s3cret-word@localhost:7474", "WIJK_NEO4J_URL 'http://localhost:7474' has more than an address")]
    [InlineData("WIJK_NEO4J_URL", "neo4j:s3cret-word@localhost", "WIJK_NEO4J_URL")]
    [InlineData("WIJK_NEO4J_URL", "http://localhost:7474?a=s3cret-word", "has more than an address")]
    [InlineData("WIJK_NEO4J_URL", "http://db.example.nl:7474", "WIJK_NEO4J_ALLOW_PLAINTEXT=true")]
    [InlineData("WIJK_NEO4J_URL", "http://localhost.example.nl:7474", "readable over the network")]
    [InlineData("WIJK_NEO4J_DATABASE", "a b", "WIJK_NEO4J_DATABASE 'a b' is not a database name")]
    [InlineData("WIJK_NEO4J_DATABASE", "../x", "is not a database name")]
    [InlineData("WIJK_NEO4J_USER", "a:b", "WIJK_NEO4J_USER 'a:b' cannot be")]
    [InlineData("WIJK_NEO4J_PASSWORD", "", "WIJK_NEO4J_PASSWORD is not set")]
    [InlineData("WIJK_NEO4J_PASSWORD", "s3cret-word\nmore", "WIJK_NEO4J_PASSWORD is empty or has more than one line")]
    [InlineData("WIJK_NEO4J_PASSWORD_FILE", "/no/such/file", "WIJK_NEO4J_PASSWORD and WIJK_NEO4J_PASSWORD_FILE ('/no/such/file') are both set")]
    [InlineData("WIJK_NEO4J_CA_FILE", "/no/such/file", "WIJK_NEO4J_CA_FILE '/no/such/file' goes with an https address")]
    [InlineData("WIJK_NEO4J_ALLOW_PLAINTEXT", "yes", "WIJK_NEO4J_ALLOW_PLAINTEXT 'yes' is neither true nor false")]
    public void What_breaks_a_rule_is_named_without_the_password(string name, string value, string expected)
    {
        var reading = () => Read(("WIJK_NEO4J_URL", "http://localhost:7474"), ("WIJK_NEO4J_PASSWORD", Secret), (name, value));
        var thrown = reading.Should().Throw<StoreUnavailableException>().Which;
        thrown.Message.Should().Contain(expected);
        thrown.ToString().Should().NotContain(Secret);
        thrown.Why.Nl.Should().NotContain(Secret).And.NotBe(thrown.Why.En);
    }

    [Fact]
    public void A_password_file_that_is_absent_or_empty_is_named()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("empty"), "\n");
        foreach (var (file, words) in new[] { ("absent", "cannot be read"), ("empty", "is empty") })
        {
            FluentActions.Invoking(() => Read(("WIJK_NEO4J_URL", "http://localhost:7474"), ("WIJK_NEO4J_PASSWORD_FILE", folder.File(file))))
                .Should().Throw<StoreUnavailableException>().WithMessage($"WIJK_NEO4J_PASSWORD_FILE '*{file}' {words}*");
        }
    }

    [Fact]
    public void A_file_of_authorities_without_a_certificate_is_refused()
    {
        using var folder = new TempFolder();
        File.WriteAllText(folder.File("ca.pem"), "no certificate");
        foreach (var file in new[] { "ca.pem", "absent.pem" })
        {
            FluentActions.Invoking(() => Read(("WIJK_NEO4J_URL", "https://db.example.nl"), ("WIJK_NEO4J_PASSWORD", Secret), ("WIJK_NEO4J_CA_FILE", folder.File(file))))
                .Should().Throw<StoreUnavailableException>().WithMessage($"WIJK_NEO4J_CA_FILE '*{file}' is not a readable PEM file*");
        }
    }

    [Fact]
    public void A_client_checks_settings_that_were_made_past_the_environment() =>
        FluentActions.Invoking(() => new QueryApiClient(new() { Url = new Uri("http://db.example.nl"), Password = Secret }, TimeProvider.System))
            .Should().Throw<StoreUnavailableException>();

    private static Neo4jSettings Read(params (string Name, string Value)[] variables) =>
        Neo4jSettings.FromEnvironment(name => variables.LastOrDefault(variable => variable.Name == name).Value);
}
