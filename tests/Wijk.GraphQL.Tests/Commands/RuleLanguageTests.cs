using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>A rule by which something was inferred is told in the reader's language.</summary>
public sealed class RuleLanguageTests(FilledFolders folders) : IDisposable
{
    private static readonly string[][] Questions =
    [
        ["overlap"], ["overlap", "--lens", "activity"], ["overlap", "--lens", "both"], ["overlap", "--lens", "activity", "--format", "html"],
        ["fragmentation"], ["ask-list"], ["clusters"], ["ways"], ["funding"],
    ];

    private readonly TempFolder folder = new();

    [Fact]
    public async Task No_Dutch_answer_on_Amsterdam_holds_an_English_rule_nor_the_other_way_round()
    {
        var amsterdam = folder.File("amsterdam");
        (await WijkCommand.RunAsync("import", SharedData.Path("amsterdam-gebieden"), "--data", amsterdam)).Well();
        (await WijkCommand.RunAsync("import", FilledFolders.Subsidies, "--data", amsterdam)).Well();
        await JudgeAsync(amsterdam, isTold: true, ["overlap", "--lens", "activity", "--area", "Erasmuspark"]);
    }

    [Fact]
    public async Task No_Dutch_answer_on_Baltimore_holds_an_English_rule_nor_the_other_way_round() => await JudgeAsync(await folders.BaltimoreAsync(), isTold: true);

    [Fact]
    public async Task No_Dutch_answer_on_the_sample_holds_an_English_rule_nor_the_other_way_round() => await JudgeAsync(await folders.SampleAsync(), isTold: false);

    public void Dispose() => folder.Dispose();

    private static async Task JudgeAsync(string data, bool isTold, params string[][] more)
    {
        var rules = await RulesAsync(data);
        rules.Should().NotContain(rule => rule.Nl == rule.En, "a rule that ships is said in both languages");
        var (dutch, english) = (new List<string>(), new List<string>());
        foreach (var question in Questions.Concat(more))
        {
            dutch.Add((await WijkCommand.RunAsync(["analyse", .. question, "--data", data, "-l", "nl"])).Well());
            english.Add((await WijkCommand.RunAsync(["analyse", .. question, "--data", data, "-l", "en"])).Well());
        }

        dutch.Should().OnlyContain(answer => rules.All(rule => !answer.Contains(rule.En, StringComparison.OrdinalIgnoreCase)));
        english.Should().OnlyContain(answer => rules.All(rule => !answer.Contains(rule.Nl, StringComparison.OrdinalIgnoreCase)));
        dutch.Exists(answer => rules.Any(rule => answer.Contains(rule.Nl, StringComparison.Ordinal))).Should().Be(isTold);
        english.Exists(answer => rules.Any(rule => answer.Contains(rule.En, StringComparison.Ordinal))).Should().Be(isTold);
    }

    // Each rule by itself: a sentence may tell one of several.
    private static async Task<ImmutableArray<Words>> RulesAsync(string data)
    {
        await using var store = await SqliteStore.OpenAsync(data, TestContext.Current.CancellationToken);
        var contents = await store.ReadContentsAsync(TestContext.Current.CancellationToken);
        return
        [
            .. contents.Nodes.Concat<GraphRecord>(contents.Relations).Select(record => record.Inference?.Rule).OfType<Words>().Distinct()
                .SelectMany(rule => rule.Nl.Split("; ").Zip(rule.En.Split("; "), (nl, en) => new Words(nl, en))).Distinct(),
        ];
    }
}
