using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Docs;

/// <summary>Every query in docs/questions is asked of the sample. With <c>UPDATE_QUESTIONS=1</c> the answers there are written again, to be reviewed.</summary>
public sealed partial class QuestionGuideTests(SampleServer server) : IClassFixture<SampleServer>
{
    private static readonly string Folder = Path.Combine(SharedData.Root, "docs", "questions");

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The files of the questions, by name.</summary>
    public static TheoryData<string> Files => [.. Directory.EnumerateFiles(Folder, "*.md").Select(file => Path.GetFileName(file))
        .Where(name => name != "README.md").Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task The_answer_in_the_guide_is_what_the_sample_answers(string name)
    {
        var path = Path.Combine(Folder, name);
        var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var (query, answer) = (Block(text, "graphql"), Block(text, "json"));
        var data = await server.DataAsync(query.Value);
        if (Environment.GetEnvironmentVariable("UPDATE_QUESTIONS") == "1")
            await File.WriteAllTextAsync(path, text[..answer.Index] + data.ToJsonString(Readable) + "\n" + text[(answer.Index + answer.Length)..],
                TestContext.Current.CancellationToken);
        else JsonNode.DeepEquals(JsonNode.Parse(answer.Value), data)
            .Should().BeTrue($"{name} says\n{answer.Value}\nand the sample answers\n{data.ToJsonString(Readable)}");
    }

    [Fact]
    public void The_list_of_questions_leads_to_each_of_them()
    {
        var list = File.ReadAllText(Path.Combine(Folder, "README.md"));
        Files.Select(row => row.Data).Should().NotBeEmpty().And.OnlyContain(name => list.Contains($"({name})"));
        Files.Select(row => row.Data).Should().OnlyContain(name => NumberedName().IsMatch(name), "a file is NN-what-it-is-about.md");
    }

    private static Group Block(string text, string language) =>
        Regex.Matches(text, $"^```{language}\n(?<body>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)
            .Should().ContainSingle($"there is one block in {language}").Subject.Groups["body"];

    [GeneratedRegex(@"^\d{2}-[a-z-]+\.md$")]
    private static partial Regex NumberedName();
}
