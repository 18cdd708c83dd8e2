using Wijk.Graph.Stores;
using static Wijk.Graph.Tests.Stores.Records;

namespace Wijk.Graph.Tests.Stores;

/// <content>Saved scenarios: beside the graph, in no version of it.</content>
public abstract partial class StoreContractTests
{
    [Fact]
    public async Task A_saved_scenario_is_there_for_others_and_the_graph_stays_as_it_was()
    {
        var (early, late) = (Scenario("a", "Kookclub stopt 😀"), Scenario("b", "Twee worden één") with { SavedAt = Noon.AddMinutes(1) });
        await using (var store = await OpenAsync("a"))
        {
            await store.CommitAsync(Changes("first", Puts(Agency("a"))), Cancel);
            (await store.Scenarios.SaveAsync(early, Cancel)).Should().Be(early);
            await store.Scenarios.SaveAsync(late, Cancel);
        }

        await using var again = await OpenAsync("a");
        (await again.Scenarios.ReadAsync(Cancel)).Should().Equal(late, early);
        (await again.Scenarios.FindAsync("a", Cancel)).Should().Be(early);
        (await again.Scenarios.FindAsync("c", Cancel)).Should().BeNull();
        (await again.ReadVersionAsync(Cancel)).Number.Should().Be(1);
        (await again.ReadContentsAsync(Cancel)).Nodes.Should().Equal(Agency("a"));
        (await again.ReadLogAsync(0, Cancel).ToListAsync(Cancel)).Should().ContainSingle();
    }

    [Fact]
    public async Task A_scenario_that_is_saved_twice_stays_as_it_was_first_and_can_be_removed_once()
    {
        await using var store = await OpenAsync("a");
        var first = Scenario("a", "eerst");
        await store.Scenarios.SaveAsync(first, Cancel);
        (await store.Scenarios.SaveAsync(first with { Name = "later", SavedAt = Noon.AddDays(1) }, Cancel)).Should().Be(first);
        (await store.Scenarios.RemoveAsync("a", Cancel)).Should().BeTrue();
        (await store.Scenarios.RemoveAsync("a", Cancel)).Should().BeFalse();
        (await store.Scenarios.ReadAsync(Cancel)).Should().BeEmpty();
    }

    [Fact]
    public async Task Scenarios_that_are_saved_at_once_are_all_kept()
    {
        await using var store = await OpenAsync("a");
        await Task.WhenAll(Enumerable.Range(0, 8).Select(number => store.Scenarios.SaveAsync(Scenario($"{number % 4}", "gelijk"), Cancel)));
        (await store.Scenarios.ReadAsync(Cancel)).Select(saved => saved.Id).Should().Equal("0", "1", "2", "3");
    }

    private static SavedScenario Scenario(string id, string name) => new() { Id = id, Name = name, SavedAt = Noon, Content = """{"changes":["stop","measure:n:m"]}""" };
}
