using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>
/// Sentences drawn at random from the answers hold: each figure in them is computed anew from the export by tests/Oracles/Sentences.cs, which shares no code
/// with Wijk. In a long run 500 of them, else a portion.
/// </summary>
public sealed partial class SentenceTests(FilledFolders folders) : IDisposable
{
    private readonly TempFolder folder = new();

    // What is asked of every place; the normal run asks less of the largest.
    private static string[][] Questions =>
        [["overlap"], ["overlap", "--lens", "activity"], ["overlap", "--lens", "both"], ["splinteredFunding"], ["fragmentation"], ["ways"], ["askList"]];

    [Fact]
    public async Task No_figure_is_wrong_in_sentences_on_the_sample_and_a_made_up_city()
    {
        var city = folder.File("city");
        (await WijkCommand.RunAsync("generate", "--nodes", "3000", "--data", city)).Well();
        await JudgeAsync(
            draw: LongRun.Portion(30, of: 250),
            await AnswersAsync("sample", await folders.SampleAsync(), [.. Questions, ["overlap", "--area-level", "wijk", "--group-level", "0"], ["overlap",
                "--area", "Havenbuurt"],
                ["splinteredFunding", "--as-of", "2025-02-01"], ["fragmentation", "--level", "3"], ["fragmentation", "--network", "funding"], ["fragmentation", "--network", "sharedCells"], ["fragmentation", "--network", "funding", "--area", "Havenbuurt"], ["askList", "--area", "Parkbuurt", "--level", "3"]]),
            await AnswersAsync("city", city, LongRun.IsOn
                ? [.. Questions, ["overlap", "--level", "1"], ["splinteredFunding", "--as-of", "2025-02-01"], ["fragmentation", "--as-of", "2024-02-01"]]
                : [["overlap"], ["fragmentation", "--as-of", "2024-02-01"], ["askList"]]));
    }

    [Fact]
    public async Task No_figure_is_wrong_in_sentences_on_Amsterdam_and_Baltimore() => await JudgeAsync(
        draw: LongRun.Portion(30, of: 250),
        await AnswersAsync("amsterdam", await folders.AmsterdamAsync(), LongRun.IsOn
            ? [.. Questions, ["overlap", "--area", "Oost"]]
            : [["overlap"], ["overlap", "--lens", "activity"], ["splinteredFunding"]]),
        await AnswersAsync("baltimore", await folders.BaltimoreAsync(), LongRun.IsOn ? [.. Questions, ["overlap", "--level", "1"]] : [["overlap"]]));

    [Fact]
    public async Task No_figure_is_wrong_in_sentences_on_a_round()
    {
        var data = FilledFolders.Copy(await folders.SampleAsync(), folder.File("round"));
        (await WijkCommand.RunAsync("ask", "start", "Ronde", "--budget", "3", "--data", data)).ExitCode.Should().Be(0);
        var list = folder.File("list.csv");
        (await WijkCommand.RunAsync("ask", "sheets", "Ronde", "--format", "csv", "--out", list, "--data", data)).ExitCode.Should().Be(0);
        var lines = await File.ReadAllLinesAsync(list, TestContext.Current.CancellationToken);
        // Two of three answers, a level of each in turn; who was asked does not mind the list of another.
        await File.WriteAllLinesAsync(list, lines.Select((line, row) => row % 3 == 0 || line.Contains("(wie missen", StringComparison.Ordinal) ? line : Answered(line.Split(';'), row % 6)), TestContext.Current.CancellationToken);
        (await WijkCommand.RunAsync("ask", "read", list, "--data", data)).Well();
        await JudgeAsync(draw: 8, await AnswersAsync("round", data, [["round"]]));

        static string Answered(string[] cells, int level) => string.Join(';', cells.Select((cell, column) => column == 2 ? $"{level}" : cell));
    }

    public void Dispose() => folder.Dispose();

    private static async Task JudgeAsync(int draw, params string[][] sources)
    {
        var arguments = (string[])["run", "--file", Path.Combine(SharedData.Root, "tests", "Oracles", "Sentences.cs"), "--", "--draw", $"{draw}",
            .. sources.SelectMany(source => source)];
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", arguments);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        using var oracle = Process.Start(start)!;
        var errors = oracle.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await oracle.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await oracle.WaitForExitAsync(TestContext.Current.CancellationToken);
        TestContext.Current.TestOutputHelper!.WriteLine(output);
        oracle.ExitCode.Should().Be(0, output + await errors);
        var counts = Counts().Match(output);
        int Count(string name) => int.Parse(counts.Groups[name].ValueSpan, CultureInfo.InvariantCulture);
        (Count("sentences"), Count("wrong")).Should().Be((draw, 0), output);
        Count("open").Should().BeLessThanOrEqualTo(draw / 50, $"a sentence without a rule is not checked: {output}");
    }

    // The export of a folder, then its answers; of a question that was asked for a level the oracle is told so.
    private async Task<string[]> AnswersAsync(string name, string data, string[][] questions)
    {
        var export = folder.File($"{name}.json");
        (await WijkCommand.RunAsync("export", "--out", export, "--data", data)).Well();
        var answers = new List<string> { export };
        foreach (var (i, question) in questions.Index())
        {
            var answer = folder.File($"{name}-{i}-{question[0]}.json");
            await File.WriteAllTextAsync(answer, (await WijkCommand.RunAsync(["analyse", .. question, "--first", "100", "--json", "--data", data])).Well(),
                TestContext.Current.CancellationToken);
            var levels = question.Index().Where(option => option.Item is "--area-level" or "--group-level")
                .Select(option => $"{(option.Item == "--area-level" ? "areaLevel" : "groupLevel")}={question[option.Index + 1]}");
            answers.Add(string.Join('?', [answer, .. levels.Any() ? [string.Join('&', levels)] : Array.Empty<string>()]));
        }

        return [.. answers];
    }

    [GeneratedRegex(@"(?<sentences>\d+) sentences, \d+ figures, (?<wrong>\d+) wrong, (?<open>\d+) not judged\s*$")]
    private static partial Regex Counts();
}
