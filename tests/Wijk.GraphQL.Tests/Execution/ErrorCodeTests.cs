using System.Reflection;
using System.Text;
using Wijk.GraphQL.Execution;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Execution;

public class ErrorCodeTests
{
    private static readonly string File = Path.Combine(SharedData.Root, "docs", "errors.md");

    private static IEnumerable<ErrorCode> All => ErrorCode.OfAnswers.Concat(ErrorCode.OfChanges);

    [Fact]
    public async Task The_list_stands_in_the_docs()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_ERRORS") == "1") await System.IO.File.WriteAllTextAsync(File, Page(), TestContext.Current.CancellationToken);
        (await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken)).Should().Be(
            Page(), "docs/errors.md is made from the list; run this test once with UPDATE_ERRORS=1 and review the difference");
    }

    [Fact]
    public void Every_code_stands_in_the_list_once() =>
        typeof(ErrorCode).GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (ErrorCode)field.GetValue(null)!).Should().BeEquivalentTo(All)
            .And.OnlyHaveUniqueItems(code => code.Name);

    [Fact]
    public void Every_code_says_in_two_languages_what_it_means()
    {
        All.Should().OnlyContain(code => code.Meaning.Nl.EndsWith('.') && code.Meaning.En.EndsWith('.') && code.Meaning.Nl != code.Meaning.En);
        ErrorCode.OfAnswers.Should().OnlyContain(code => code.Status != null);
        ErrorCode.OfChanges.Should().OnlyContain(code => code.Status == null, "they stand in an answer");
    }

    private static string Page()
    {
        var page = new StringBuilder(
            """
            # Errors

            <!-- Made from src/Wijk.GraphQL/Execution/ErrorCode.cs; a test keeps the two equal. -->

            The codes stay the same, so a program can rely on them; the sentences may become better.

            ## Beside the data of an answer
            An error in `errors` has `extensions.code`, one of these, and `extensions.why` with the sentence in Dutch (`nl`) and English (`en`).
            Its `message` is one of the two: the language that the `Accept-Language` header likes best, Dutch when it names neither.
            In the terminal `--language` chooses.

            The status is that of an answer in `application/graphql-response+json` when nothing could be answered. With 200 only the field at
            `path` stays empty, and the rest of the answer stands. `application/json`, for older clients, has 200 instead of 400 once the
            request is well-formed.

            | Code | Status | Nederlands | English |
            |---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var code in ErrorCode.OfAnswers) page.Append($"| `{code.Name}` | {code.Status} | {code.Meaning.Nl} | {code.Meaning.En} |\n");
        page.Append(
            """

            ## In the payload of `applyChanges`
            Errors in the changes are part of the data, in `errors { code message { nl en } path }`; the status is 200 and nothing was changed.

            | Code | Nederlands | English |
            |---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var code in ErrorCode.OfChanges) page.Append($"| `{code.Name}` | {code.Meaning.Nl} | {code.Meaning.En} |\n");
        return page.ToString();
    }
}
