using System.Text.Json;
using System.Text.Json.Nodes;
using Wijk.Graph.Model;
using Wijk.GraphQL.Changes;

namespace Wijk.GraphQL.Tests.Changes;

public sealed class ApplyChangesTests : IAsyncLifetime
{
    private static readonly object Tie = new
    {
        putRelation = new { kind = "COLLABORATES", from = "agency:t:politie", to = "agency:t:reclassering", attributes = new { level = 2, reportedBy = "Politie" } },
    };

    private TestServer server = null!;

    public async ValueTask InitializeAsync() => server = await TestServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_tie_can_be_seen_as_soon_as_the_answer_is_there()
    {
        var payload = await server.ApplyAsync([Tie]);
        payload["errors"]!.AsArray().Should().BeEmpty();
        (payload["version"]!.GetValue<long>(), payload["wasApplied"]!.GetValue<bool>()).Should().Be((2, true));
        var data = await server.DataAsync("""{ graph { version } agency(key: "agency:t:reclassering") { collaborates { edges { relation { level source recordedAt } node { name } } } } }""");
        data.ToJsonString().Should().Be(
            """{"graph":{"version":2},"agency":{"collaborates":{"edges":[{"relation":{"level":2,"source":"coordinator","recordedAt":"2026-02-01T09:30:00.000Z"},"node":{"name":"Politie"}}]}}}""");
    }

    [Fact]
    public async Task Given_attributes_are_laid_over_those_there_and_null_takes_away()
    {
        await server.ApplyAsync([new { putNode = new { key = "agency:t:ggd", attributes = new { website = "https://ggd.example", type = (string?)null } } }]);
        (await server.DataAsync("""{ agency(key: "agency:t:ggd") { name type website } }"""))["agency"]!.ToJsonString()
            .Should().Be("""{"name":"GGD","type":null,"website":"https://ggd.example"}""");
    }

    [Fact]
    public async Task A_node_is_named_by_kind_namespace_and_id_and_joined_in_the_same_request()
    {
        var payload = await server.ApplyAsync(
        [
            new { putNode = new { kind = "AGENCY", @namespace = "n", id = " De  Brug: Oost ", attributes = new { name = "De Brug" }, validFrom = "2020", visibility = "PARTNER" } },
            new { putRelation = new { kind = "RUNS", from = "agency:n:De Brug%3A Oost", to = "measure:t:m2" } },
        ]);
        payload["errors"]!.AsArray().Should().BeEmpty();
        (await server.DataAsync("""{ agency(key: "agency:n:De Brug%3A Oost") { validFrom visibility runs { totalCount } } }"""))["agency"]!.ToJsonString()
            .Should().Be("""{"validFrom":"2020","visibility":"PARTNER","runs":{"totalCount":1}}""");
    }

    [Fact]
    public async Task A_targeting_comes_with_its_relations()
    {
        object change = new { putTargeting = new Dictionary<string, object> { ["of"] = "measure:t:m2", ["for"] = "targetgroup:t:jongeren", ["in"] = "area:t:oost", ["intensity"] = 1.5 } };
        (await server.ApplyAsync([change]))["errors"]!.AsArray().Should().BeEmpty();
        var data = await server.DataAsync(
            """{ measure(key: "measure:t:m2") { targetings { edges { node { intensity for { edges { node { name } } } in { edges { node { name } } } } } } } }""");
        data["measure"]!["targetings"]!["edges"]![0]!["node"]!.ToJsonString()
            .Should().Be("""{"intensity":1.5,"for":{"edges":[{"node":{"name":"Jongeren"}}]},"in":{"edges":[{"node":{"name":"Oost"}}]}}""");
    }

    [Fact]
    public async Task What_ends_stays_and_what_is_removed_goes()
    {
        var runs = Key(RelationKind.Runs, "agency:t:ggd", "measure:t:m1");
        await server.ApplyAsync(
        [
            new { endNode = new { key = "initiative:t:i1", validTo = "2020-06" } },
            new { endRelation = new { key = runs, validTo = "2021" } },
            new { remove = new { key = "measure:t:m2", withRelations = true } },
        ]);
        var data = await server.DataAsync(
            """{ initiative(key: "initiative:t:i1") { validTo } agency(key: "agency:t:ggd") { runs { edges { relation { validTo } } } } measure(key: "measure:t:m2") { id } police: agency(key: "agency:t:politie") { runs { totalCount } } }""");
        data.ToJsonString().Should().Be(
            """{"initiative":{"validTo":"2020-06"},"agency":{"runs":{"edges":[{"relation":{"validTo":"2021"}}]}},"measure":null,"police":{"runs":{"totalCount":0}}}""");
    }

    [Fact]
    public async Task The_same_request_again_changes_nothing_and_gives_the_same_answer()
    {
        object remove = new { remove = new { key = "initiative:t:i1" } };
        var first = await server.ApplyAsync([remove]);
        await server.ApplyAsync([Tie], "k2");
        var again = await server.ApplyAsync([remove]);
        again["errors"]!.AsArray().Should().BeEmpty("a client that lost the answer must be able to ask again");
        (again["version"]!.GetValue<long>(), again["wasApplied"]!.GetValue<bool>()).Should().Be((2, false));
        again["keys"]!.ToJsonString().Should().Be(first["keys"]!.ToJsonString());
        (await server.Store.ReadVersionAsync(TestContext.Current.CancellationToken)).Number.Should().Be(3);
    }

    [Fact]
    public async Task The_answer_has_what_was_changed_and_all_that_can_be_asked_in_the_version_with_the_changes()
    {
        var tie = new Relation(RelationKind.Collaborates, "agency:t:politie", "agency:t:reclassering")
        { Source = "t", RecordedAt = default, Attributes = AttributeSet.Empty.With("reportedBy", "Politie") }.Key;
        var answer = await server.AskAsync(
            """
            mutation($input: ApplyChangesInput!) { applyChanges(input: $input) {
              version keys removed changed { key ... on Agency { name website } ... on Collaborates { level } }
              query { graph { version } agency(key: "agency:t:ggd") { website } initiative(key: "initiative:t:i1") { id }
                politie: agency(key: "agency:t:politie") { collaborates { edges { relation { level } node { name } } } } } } }
            """,
            new
            {
                input = new
                {
                    idempotencyKey = "k",
                    changes = new object[]
                    {
                        Tie,
                        new { remove = new { key = "initiative:t:i1", withRelations = true } },
                        new { putNode = new { key = "agency:t:ggd", attributes = new { website = "https://ggd.example" } } },
                    },
                },
            });
        var payload = answer["data"]!["applyChanges"]!;
        payload["changed"]!.AsArray().Select(changed => changed!.ToJsonString()).Should().Equal(
            """{"key":"agency:t:ggd","name":"GGD","website":"https://ggd.example"}""", JsonSerializer.Serialize(new { key = tie, level = 2 }));
        payload["removed"]!.AsArray().Select(key => key!.GetValue<string>()).Should().Contain("initiative:t:i1").And.BeInAscendingOrder(StringComparer.Ordinal);
        payload["keys"]!.AsArray().Select(key => key!.GetValue<string>()).Should()
            .BeEquivalentTo(payload["removed"]!.AsArray().Select(key => key!.GetValue<string>()).Append("agency:t:ggd").Append(tie));
        payload["query"]!["graph"]!["version"]!.GetValue<long>().Should().Be(2);
        payload["query"]!["agency"]!["website"]!.GetValue<string>().Should().Be("https://ggd.example");
        payload["query"]!["initiative"].Should().BeNull("it was taken out");
        payload["query"]!["politie"]!["collaborates"]!["edges"]!.AsArray().Select(edge => edge!["node"]!["name"]!.GetValue<string>()).Should().Contain("Réclassering");
        answer["extensions"]!["version"]!.GetValue<long>().Should().Be(2);
    }

    [Fact]
    public async Task Of_two_changes_in_one_operation_each_is_answered_from_its_own_version()
    {
        var answer = await server.DataAsync(
            """
            mutation {
              one: applyChanges(input: {idempotencyKey: "1", changes: [{putNode: {key: "agency:t:ggd", attributes: {website: "https://one.example"}}}]}) { ...Seen }
              two: applyChanges(input: {idempotencyKey: "2", changes: [{putNode: {key: "agency:t:ggd", attributes: {website: "https://two.example"}}}]}) { ...Seen }
            }
            fragment Seen on ApplyChangesPayload { version changed { ... on Agency { website } } query { graph { version } } }
            """);
        answer.ToJsonString().Should().Be(
            """{"one":{"version":2,"changed":[{"website":"https://one.example"}],"query":{"graph":{"version":2}}},"two":{"version":3,"changed":[{"website":"https://two.example"}],"query":{"graph":{"version":3}}}}""");
    }

    [Fact]
    public async Task What_a_refused_request_asks_besides_is_answered_from_the_graph_as_it_is()
    {
        var answer = await server.DataAsync(
            """mutation { applyChanges(input: {idempotencyKey: "k", changes: [{remove: {key: "agency:t:nobody"}}]}) { wasApplied changed { key } removed errors { code message { nl en } } query { graph { version } } } }""");
        answer["applyChanges"]!.ToJsonString().Replace("\\u0027", "'", StringComparison.Ordinal).Should().Be(
            """{"wasApplied":false,"changed":[],"removed":[],"errors":[{"code":"NOT_FOUND","message":{"nl":"Er is geen knoop of relatie 'agency:t:nobody'; zoek de sleutel op en verbeter hem.","en":"There is no node or relation 'agency:t:nobody'; look the key up and correct it."}}],"query":{"graph":{"version":1}}}""");
    }

    [Fact]
    public async Task Changes_that_say_what_is_there_already_make_no_version()
    {
        await server.ApplyAsync([Tie]);
        var again = await server.ApplyAsync([Tie], "k2");
        again["errors"]!.AsArray().Should().BeEmpty();
        (again["version"]!.GetValue<long>(), again["wasApplied"]!.GetValue<bool>()).Should().Be((2, false));
        (await server.Store.ReadVersionAsync(TestContext.Current.CancellationToken)).Number.Should().Be(2);
    }

    [Fact]
    public async Task A_key_with_other_changes_is_refused()
    {
        await server.ApplyAsync([Tie]);
        Errors(await server.ApplyAsync([new { remove = new { key = "initiative:t:i1" } }])).Should().Equal("KEY_REUSED idempotencyKey");
    }

    [Fact]
    public async Task Another_version_than_expected_is_a_conflict()
    {
        Errors(await server.ApplyAsync([Tie], expectedVersion: 7)).Should().Equal("CONFLICT expectedVersion");
        Errors(await server.ApplyAsync([Tie], expectedVersion: 1)).Should().BeEmpty();
    }

    [Fact]
    public async Task One_wrong_change_stops_all_and_every_error_has_its_place()
    {
        var payload = await server.ApplyAsync(
        [
            Tie,
            new { putRelation = new { kind = "RUNS", from = "agency:t:ggd", to = "measure:t:nothing" } },
            new { putRelation = new { kind = "RUNS", from = "measure:t:m3", to = "agency:t:ggd" } },
            new { putRelation = new { kind = "COLLABORATES", from = "agency:t:ggd", to = "initiative:t:i1", attributes = new { level = 9 } } },
            new { putNode = new { key = "agency:t:new", attributes = new { name = "New", size = 3 } } },
            new { putNode = new { key = "agency:t:nameless" } },
            new { putNode = new { key = "robot:t:x" } },
            new { putTargeting = new { of = "measure:t:m1" } },
            new { endNode = new { key = "measure:t:m3", validTo = "2015" } },
            new { remove = new { key = "measure:t:m1" } },
            new { remove = new { key = "agency:t:nobody" } },
        ]);
        payload["errors"]!.AsArray().Should().OnlyContain(
            error => error!["message"]!["nl"]!.GetValue<string>() != error["message"]!["en"]!.GetValue<string>(), "all is said in both languages");
        Errors(payload).Order(StringComparer.Ordinal).Should().Equal(new[]
        {
            "NOT_FOUND changes/1/putRelation/to",
            "VALIDATION changes/2/putRelation/kind",
            "VALIDATION changes/3/putRelation/attributes/level",
            "VALIDATION changes/4/putNode/attributes/size",
            "VALIDATION changes/5/putNode/attributes/name",
            "VALIDATION changes/6/putNode/key",
            "VALIDATION changes/7/putTargeting",
            "VALIDATION changes/8/endNode/validTo",
            "VALIDATION changes/9/remove/key",
            "NOT_FOUND changes/10/remove/key",
        }.Order(StringComparer.Ordinal));
        (await server.Store.ReadVersionAsync(TestContext.Current.CancellationToken)).Number.Should().Be(1);
        (await server.DataAsync("""{ agency(key: "agency:t:politie") { collaborates { totalCount } } }"""))["agency"]!["collaborates"]!["totalCount"]!.GetValue<int>().Should().Be(1);
    }

    [Theory]
    [InlineData("""{ remove: { key: "initiative:t:i1" }, endNode: { key: "initiative:t:i1", validTo: "2020" } }""")]
    [InlineData("{ }")]
    [InlineData("{ remove: null }")]
    public async Task A_change_is_exactly_one_thing(string change)
    {
        var answer = await server.AskAsync($$"""mutation { applyChanges(input: { idempotencyKey: "k", changes: [{{change}}] }) { version } }""");
        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().Should().Be("INVALID_DOCUMENT");
        answer["errors"]![0]!["extensions"]!["why"]!["en"]!.GetValue<string>().Should().Contain("exactly one");
        var variables = new { input = new { idempotencyKey = "k", changes = new object[] { new { } } } };
        (await server.AskAsync("mutation($input: ApplyChangesInput!) { applyChanges(input: $input) { version } }", variables))["errors"]![0]!["extensions"]!["why"]!["en"]!.GetValue<string>()
            .Should().Contain("one", "what comes in a variable is held to the same rule");
    }

    [Fact]
    public async Task A_choice_is_written_as_the_schema_or_as_a_file_writes_it()
    {
        foreach (var word in new[] { "HOUSING_ASSOCIATION", "housingAssociation" })
        {
            (await server.ApplyAsync([new { putNode = new { key = "agency:t:ggd", attributes = new { type = word } } }], word))["errors"]!.AsArray().Should().BeEmpty();
            (await server.DataAsync("""{ agency(key: "agency:t:ggd") { type } }"""))["agency"]!["type"]!.GetValue<string>().Should().Be("HOUSING_ASSOCIATION");
        }
    }

    [Fact]
    public async Task A_key_that_would_make_a_list_unpageable_is_refused_and_so_is_a_name_that_turns_the_text_round()
    {
        var payload = await server.ApplyAsync(
        [
            new { putNode = new { key = "agency:t:a\u0000b", attributes = new { name = "A" } } },
            new { putNode = new { kind = "AGENCY", @namespace = "t", id = "a\u2066b", attributes = new { name = "A" } } },
            new { putNode = new { key = "agency:t:b", attributes = new { name = "A\u202EB" } } },
            new { putNode = new { key = "agency:t:c", attributes = new { name = "one\ntwo" } } },
            new { putNode = new { key = "agency:t:" + new string('k', 9_000), attributes = new { name = "A" } } },
            new { putNode = new { key = "agency:t:d", attributes = new { name = new string('n', 1_001) } } },
            new { putNode = new { key = "agency:t:e@2016-07-01", attributes = new { name = "A" } } },
        ]);
        Errors(payload).Should().Equal(
            "VALIDATION changes/0/putNode/key",
            "VALIDATION changes/1/putNode/key",
            "VALIDATION changes/2/putNode/attributes/name",
            "VALIDATION changes/3/putNode/attributes/name",
            "VALIDATION changes/4/putNode/key",
            "VALIDATION changes/5/putNode/attributes/name",
            "VALIDATION changes/6/putNode/key");
        payload["errors"]![0]!["message"]!["en"]!.GetValue<string>().Should().StartWith("key holds the character U+0000 at position 11;");
        (await server.Store.ReadVersionAsync(TestContext.Current.CancellationToken)).Number.Should().Be(1);
    }

    [Fact]
    public async Task One_record_is_changed_once()
    {
        object end = new { endNode = new { key = "initiative:t:i1", validTo = "2020" } };
        Errors(await server.ApplyAsync([end, end])).Should().Equal("VALIDATION changes/1/endNode");
    }

    [Fact]
    public async Task Too_many_and_no_changes_are_refused()
    {
        Errors(await server.ApplyAsync([.. Enumerable.Repeat(Tie, ApplyRequest.MostChanges + 1)])).Should().Equal("TOO_MANY_CHANGES changes");
        Errors(await server.ApplyAsync([])).Should().Equal("VALIDATION changes");
    }

    [Fact]
    public async Task Writers_at_the_same_time_both_succeed()
    {
        var payloads = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => server.ApplyAsync(
            [new { putNode = new { key = $"agency:n:{number}", attributes = new { name = "A" } } }], $"writer {number}")));
        payloads.Should().OnlyContain(payload => payload["wasApplied"]!.GetValue<bool>());
        payloads.Select(payload => payload["version"]!.GetValue<long>()).Order().Should().Equal(2, 3, 4, 5, 6, 7);
    }

    private static IEnumerable<string> Errors(JsonNode payload) => payload["errors"]!.AsArray()
        .Select(error => $"{error!["code"]} {string.Join('/', error["path"]!.AsArray().Select(part => part!.GetValue<string>()))}");

    private static string Key(RelationKind kind, string from, string to) => new Relation(kind, from, to) { Source = "t", RecordedAt = default }.Key;
}
