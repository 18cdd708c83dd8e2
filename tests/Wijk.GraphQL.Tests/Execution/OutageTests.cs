using System.Text.Json.Nodes;

namespace Wijk.GraphQL.Tests.Execution;

public sealed class OutageTests : IAsyncLifetime
{
    private const string Apply = "mutation($input: ApplyChangesInput!) { applyChanges(input: $input) { version errors { code } } }";

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Answers_say_since_when_they_may_be_old_and_stop_saying_so_by_themselves()
    {
        (await AskAsync())["extensions"]!.AsObject().Select(member => member.Key).Should().Equal("version", "cost");
        server.Store.IsAvailable = false;
        var stale = await UntilAsync(answer => answer["extensions"]!["staleSince"] is not null);
        stale["data"]!["graph"]!["version"]!.GetValue<long>().Should().Be(1, "what was read is still answered from");
        var since = stale["extensions"]!["staleSince"]!.GetValue<string>();
        since.Should().MatchRegex(@"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$");
        stale["extensions"]!["staleReason"]!["en"]!.GetValue<string>().Should().Contain("out of date").And.Contain("cut the connection");
        stale["extensions"]!["staleReason"]!["nl"]!.GetValue<string>().Should().Contain("verouderd");
        (await AskAsync())["extensions"]!["staleSince"]!.GetValue<string>().Should().Be(since);

        server.Store.IsAvailable = true;
        await UntilAsync(answer => answer["extensions"]!["staleSince"] is null);
    }

    [Fact]
    public async Task A_change_during_an_outage_is_a_typed_error_with_the_words_of_the_store()
    {
        server.Store.IsAvailable = false;
        MustBeAway(await ApplyAsync(), "cut the connection");
        await UntilAsync(answer => answer["extensions"]!["staleSince"] is not null);
        MustBeAway(await ApplyAsync(), "cut the connection");

        server.Store.IsAvailable = true;
        await UntilAsync(answer => answer["extensions"]!["staleSince"] is null);
        (await ApplyAsync())["data"]!["applyChanges"]!.ToJsonString().Should().Be("""{"version":2,"errors":[]}""");
    }

    [Fact]
    public async Task A_store_that_keeps_silent_is_waited_for_no_longer_than_the_deadline()
    {
        server.Store.IsSilent = true;
        var answer = ApplyAsync();
        while (!answer.IsCompleted)
        {
            server.Clock.Advance(TimeSpan.FromSeconds(10));
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        MustBeAway(await answer, "The change was not saved");
        (await answer)["errors"]![0]!["extensions"]!["outcome"]!.GetValue<string>().Should().Be("NOT_MADE");
    }

    [Fact]
    public async Task More_changes_than_the_store_commits_at_once_are_an_error_in_the_payload()
    {
        server.Store.MostChanges = 0;
        (await ApplyAsync())["data"]!["applyChanges"]!.ToJsonString().Should().Be("""{"version":1,"errors":[{"code":"TOO_MANY_CHANGES"}]}""");
    }

    private static void MustBeAway(JsonNode answer, string because)
    {
        answer["data"].Should().BeNull("the field has no answer, and may not be null");
        var error = answer["errors"]!.AsArray().Should().ContainSingle().Which!;
        error["extensions"]!["code"]!.GetValue<string>().Should().Be("STORE_UNAVAILABLE");
        error["message"]!.GetValue<string>().Should().Contain(because);
        error["extensions"]!["why"]!["nl"]!.GetValue<string>().Should().NotBeNullOrEmpty();
        error["extensions"]!["why"]!["en"]!.GetValue<string>().Should().Be(error["message"]!.GetValue<string>());
    }

    private Task<JsonNode> AskAsync() => server.AskAsync("{ graph { version } }");

    private Task<JsonNode> ApplyAsync() => server.AskAsync(Apply, new
    {
        input = new
        {
            idempotencyKey = "k",
            changes = new object[] { new { putNode = new { key = "agency:t:ggd", attributes = new { website = "https://ggd.example" } } } },
        },
    });

    private async Task<JsonNode> UntilAsync(Func<JsonNode, bool> isSo)
    {
        while (true)
        {
            var answer = await AskAsync();
            if (isSo(answer)) return answer;
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }
    }
}
