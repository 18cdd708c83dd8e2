using Microsoft.Extensions.Configuration;
using Wijk.GraphQL.Hosting;

namespace Wijk.GraphQL.Tests.Hosting;

public class HostingTests
{
    [Theory]
    [InlineData("urls", "http://127.0.0.1:5080")]
    [InlineData("urls", "http://localhost:8080;https://[::1]:8081")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://127.0.0.2:80")]
    public void This_machine_may_be_listened_on(string setting, string value) =>
        FluentActions.Invoking(() => ListenAddresses.Of(With(setting, value))).Should().NotThrow();

    [Theory]
    [InlineData("urls", "http://0.0.0.0:5080")]
    [InlineData("urls", "http://*:5080")]
    [InlineData("urls", "http://localhost:5080;http://wijk.example:80")]
    [InlineData("urls", "http://[::]:80")]
    [InlineData("urls", "http://localhost.evil.example:80")]
    [InlineData("urls", "nonsense")]
    [InlineData("http_ports", "8080")]
    [InlineData("Kestrel:Endpoints:Http:Url", "http://192.168.1.2:80")]
    public void Any_other_address_is_refused_with_the_reason(string setting, string value) =>
        FluentActions.Invoking(() => ListenAddresses.Of(With(setting, value))).Should().Throw<CannotStartException>()
            .Which.Why.Should().Match<Graph.Model.Words>(why => why.En.Contains("no access control") && why.Nl.Contains("toegangscontrole"));

    [Fact]
    public void Without_a_setting_the_address_is_the_usual_one() =>
        ListenAddresses.Of(new ConfigurationBuilder().Build()).Should().Equal("http://127.0.0.1:5080");

    [Fact]
    public async Task A_port_in_use_is_told_in_one_sentence()
    {
        await using var first = await TestServer.StartAsync();
        await using var snapshots = new Graph.Snapshots.SnapshotHost(first.Store, TimeProvider.System);
        await using var app = WijkHost.Build(new WijkHostOptions
        {
            Store = first.Store,
            Snapshots = snapshots,
            Args = ["--urls", first.Address.ToString(), "--Logging:LogLevel:Default", "None"],
        });
        (await FluentActions.Awaiting(() => WijkHost.StartAsync(app, TestContext.Current.CancellationToken)).Should().ThrowAsync<CannotStartException>())
            .Which.Why.En.Should().Be($"The address {first.Address.ToString().TrimEnd('/')} is already in use; stop the other program or choose another address with --urls.");
    }

    [Fact]
    public async Task Ready_means_that_there_is_something_to_answer_from_and_says_how_old_that_may_be()
    {
        await using var server = await TestServer.StartAsync();
        (await server.SendAsync(HttpMethod.Get, "/health/live")).Status.Should().Be(200);
        var (status, media, body) = await server.SendAsync(HttpMethod.Get, "/health/ready");
        (status, media, body!.ToJsonString()).Should().Be((200, "application/json", """{"status":"Healthy","version":1}"""));

        server.Store.IsAvailable = false;
        (await server.SendAsync(HttpMethod.Get, "/health/live")).Status.Should().Be(200);
        (status, _, body) = await server.SendAsync(HttpMethod.Get, "/health/ready");
        (status, body!["status"]!.GetValue<string>(), body["version"]!.GetValue<long>()).Should().Be((200, "Degraded", 1));
        body["since"]!.GetValue<string>().Should().EndWith("Z");
        body["why"]!.GetValue<string>().Should().Contain("cut the connection");
    }

    [Fact]
    public async Task A_store_that_keeps_silent_is_told_as_degraded()
    {
        await using var server = await TestServer.StartAsync();
        server.Store.IsSilent = true;
        var answer = server.SendAsync(HttpMethod.Get, "/health/ready");
        while (!answer.IsCompleted)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(1));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        var (status, _, body) = await answer;
        (status, body!["status"]!.GetValue<string>(), body["why"]!.GetValue<string>()).Should().Be((200, "Degraded", "The store does not answer."));
    }

    [Fact]
    public async Task Not_ready_is_only_who_has_nothing_to_answer_from()
    {
        await using var other = await TestServer.StartAsync();
        await using var snapshots = new Graph.Snapshots.SnapshotHost(other.Store, TimeProvider.System);
        await using var app = WijkHost.Build(new WijkHostOptions
        {
            Store = other.Store,
            Snapshots = snapshots,
            Args = ["--urls", "http://127.0.0.1:0", "--Logging:LogLevel:Default", "None"],
        });
        await WijkHost.StartAsync(app, TestContext.Current.CancellationToken);
        using var client = new HttpClient();
        using var response = await client.GetAsync(new Uri(app.Urls.Single() + "/health/ready"), TestContext.Current.CancellationToken);
        ((int)response.StatusCode).Should().Be(503);
        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Should().Contain("\"Unhealthy\"").And.Contain("Nothing has been read yet.");
    }

    private static IConfiguration With(string setting, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create(setting, (string?)value)]).Build();
}
