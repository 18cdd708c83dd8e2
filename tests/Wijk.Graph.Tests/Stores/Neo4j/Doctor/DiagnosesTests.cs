using Wijk.Graph.Stores;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Neo4j.Doctor;

namespace Wijk.Graph.Tests.Stores.Neo4j.Doctor;

public sealed class DiagnosesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);
    private static readonly Bookkeeping Well = new(new(7, Now), HasNodes: true, 3, ApplyExpiresAt: null, ApplyFault: null, 0, [], [new(1, "V001__a", "aa"), new(2, "V002__b", "bb")]);
    private static readonly Migration[] Shipped = [new(1, "V001__a", "aa", []), new(2, "V002__b", "bb", [])];

    [Theory]
    [InlineData(0, DiagnosisLevel.Ok)]
    [InlineData(2, DiagnosisLevel.Ok)]
    [InlineData(-2, DiagnosisLevel.Ok)]
    [InlineData(2.1, DiagnosisLevel.Attention)]
    [InlineData(-60, DiagnosisLevel.Attention)]
    public void A_clock_may_be_two_seconds_off(double seconds, DiagnosisLevel level) =>
        ServerDiagnoses.Clock(TimeSpan.FromSeconds(seconds)).Level.Should().Be(level);

    [Theory]
    [InlineData("https://neo4j.example.nl:7473", DiagnosisLevel.Ok)]
    [InlineData("http://127.0.0.1:7474", DiagnosisLevel.Ok)]
    [InlineData("http://localhost:7474", DiagnosisLevel.Ok)]
    [InlineData("http://neo4j.example.nl:7474", DiagnosisLevel.Attention)]
    public void A_password_should_not_go_over_a_network_in_plain_text(string url, DiagnosisLevel level) =>
        ServerDiagnoses.Encryption(new() { Url = new(url), Password = "secret", AllowPlaintext = true }).Level.Should().Be(level);

    [Theory]
    [InlineData("5.26.0", DiagnosisLevel.Ok)]
    [InlineData("2025.06.1", DiagnosisLevel.Ok)]
    [InlineData("5.25.1", DiagnosisLevel.Wrong)]
    [InlineData("4.4.40", DiagnosisLevel.Wrong)]
    public void A_server_must_be_recent_enough(string version, DiagnosisLevel level) =>
        ServerDiagnoses.Server(new(version, "community")).Level.Should().Be(level);

    [Fact]
    public void Migrations_are_all_there_or_missing_or_newer_or_changed()
    {
        GraphDiagnoses.Migrations(Well, Shipped).Level.Should().Be(DiagnosisLevel.Ok);
        GraphDiagnoses.Migrations(Well with { Applied = [Well.Applied[0]] }, Shipped).Should().Match<Diagnosis>(found =>
            found.Level == DiagnosisLevel.Attention && found.Found.En == "Migrations: 1 of 2.");
        GraphDiagnoses.Migrations(Well with { Applied = [.. Well.Applied, new(3, "V003__c", "cc")] }, Shipped).Should().Match<Diagnosis>(found =>
            found.Level == DiagnosisLevel.Wrong && found.NextStep!.En.Contains("V003__c is a newer Wijk's"));
        GraphDiagnoses.Migrations(Well with { Applied = [Well.Applied[0], Well.Applied[1] with { Checksum = "xx" }] }, Shipped).Should().Match<Diagnosis>(found =>
            found.Level == DiagnosisLevel.Wrong && found.NextStep!.En.Contains("V002__b was applied in another form"));
    }

    [Fact]
    public void A_graph_is_there_or_not_yet_or_the_database_is_somebody_elses()
    {
        GraphDiagnoses.Version(Well).Found.En.Should().Be("Graph: version 7, of 2026-11-23T12:00:00.000Z, 3 nodes.");
        GraphDiagnoses.Version(Well with { Version = null, HasNodes = false }).Level.Should().Be(DiagnosisLevel.Attention);
        GraphDiagnoses.Version(Well with { Version = new(0, Now) }).Level.Should().Be(DiagnosisLevel.Attention);
        GraphDiagnoses.Version(Well with { Version = null }).Level.Should().Be(DiagnosisLevel.Wrong);
    }

    [Fact]
    public void An_apply_goes_on_or_was_abandoned_and_staged_pages_may_be_left()
    {
        GraphDiagnoses.Apply(Well, Now).Level.Should().Be(DiagnosisLevel.Ok);
        GraphDiagnoses.Apply(Well with { StagedCount = 4 }, Now).Found.En.Should().Contain("4 pages are staged");
        GraphDiagnoses.Apply(Well with { ApplyExpiresAt = Now.AddSeconds(30), StagedCount = 4 }, Now).Found.En.Should().Contain("is being applied").And.Contain("12:00:30");
        GraphDiagnoses.Apply(Well with { ApplyExpiresAt = Now.AddSeconds(-30), StagedCount = 4 }, Now).Should().Match<Diagnosis>(found =>
            found.Found.En.Contains("abandoned since 2026-11-23T11:59:30.000Z") && found.NextStep!.En.Contains("finishes it"));
        GraphDiagnoses.Apply(Well with { ApplyExpiresAt = Now, ApplyFault = new("weg", "gone") }, Now).Should().Match<Diagnosis>(found =>
            found.Level == DiagnosisLevel.Wrong && found.Found.En == "Large change set: gone");
    }

    [Fact]
    public void What_was_skipped_is_named_and_the_rest_counted()
    {
        GraphDiagnoses.Skipped(new(7, [.. Enumerable.Range(1, 9).Select(number => $"agency:n:{number}")])).Should().Match<Diagnosis>(found =>
            found.Level == DiagnosisLevel.Attention && found.Found.En.Contains("Version 7: 9 changes") && found.Found.En.EndsWith("'agency:n:5', …."));
    }

    [Fact]
    public void Settings_that_may_not_be_asked_are_unknown()
    {
        ServerDiagnoses.Settings(_ => null).Should().ContainSingle().Which.Found.En.Should().Be("Memory: heap unknown, all transactions together unknown.");
        var open = new Dictionary<string, string?>
        {
            ["server.bolt.listen_address"] = "0.0.0.0:7687",
            ["server.http_enabled_modules"] = "QUERY_API_ENDPOINTS,TRANSACTIONAL_ENDPOINTS",
        };
        ServerDiagnoses.Settings(open.GetValueOrDefault).Select(found => (found.Subject, found.Level)).Should()
            .Equal(("memory", DiagnosisLevel.Ok), ("bolt", DiagnosisLevel.Attention), ("http", DiagnosisLevel.Attention));
        open["server.bolt.listen_address"] = "[::1]:7687";
        open["server.http_enabled_modules"] = "QUERY_API_ENDPOINTS";
        ServerDiagnoses.Settings(open.GetValueOrDefault).Should().OnlyContain(found => found.Level == DiagnosisLevel.Ok);
    }
}
