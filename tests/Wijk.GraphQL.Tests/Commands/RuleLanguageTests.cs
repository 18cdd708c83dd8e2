using System.Buffers;
using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Stores.Sqlite;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>A rule by which something was inferred is told in the reader's language.</summary>
public sealed class RuleLanguageTests(FilledFolders folders) : IDisposable
{
    private static readonly string[][] MoreQuestions = [["overlap"], ["overlap", "--lens", "activity"], ["fragmentation"], ["ask-list"], ["clusters"], ["ways"], ["funding"]];

    // Asked everywhere; in the normal run the others are asked only of the sample, which takes no time.
    private static readonly string[][] Questions =
    [
        ["overlap", "--lens", "activity", "--format", "html"],
        .. LongRun.IsOn ? MoreQuestions : [],
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
    public async Task No_Dutch_answer_on_the_sample_holds_an_English_rule_nor_the_other_way_round() => await JudgeAsync(await folders.SampleAsync(), isTold: false, [["overlap", "--lens", "both"], .. MoreQuestions]);

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

        // All rules are looked for at once: there are thousands, and an answer is long.
        var (inDutch, inEnglish) = (Any(rules.Select(rule => rule.Nl)), Any(rules.Select(rule => rule.En)));
        dutch.Exists(answer => answer.AsSpan().ContainsAny(inEnglish)).Should().BeFalse();
        english.Exists(answer => answer.AsSpan().ContainsAny(inDutch)).Should().BeFalse();
        dutch.Exists(answer => answer.AsSpan().ContainsAny(inDutch)).Should().Be(isTold);
        english.Exists(answer => answer.AsSpan().ContainsAny(inEnglish)).Should().Be(isTold);

        static SearchValues<string> Any(IEnumerable<string> texts) => SearchValues.Create([.. texts], StringComparison.OrdinalIgnoreCase);
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
