using System.Text.RegularExpressions;
using Wijk.GraphQL.Execution;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Hosting;

/// <summary>docs/running.md says of each limit what the program does.</summary>
public sealed class RunningGuideTests
{
    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SharedData.Root, "docs", "running.md"));

    [Fact]
    public void The_guide_has_each_limit_with_its_standard_value_range_and_meaning() =>
        Lines.SkipWhile(line => line != "## Limits").Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Should().Equal(Limits.All.Select(Row));

    [Fact]
    public void The_guide_names_only_files_that_are_there()
    {
        var links = Lines.SelectMany(line => Regex.Matches(line, @"\]\(([^)#:]+)\)")).Select(match => match.Groups[1].Value).ToArray();
        links.Should().Contain("running/wijk.service").And.OnlyContain(link => Path.Exists(Path.Combine(SharedData.Root, "docs", link)));
    }

    // How many analyses are computed at once goes by the machine.
    private static string Row(Limit limit) =>
        $"| `{limit.Name}` | {(limit.Name == "analyses" ? "cores - 1, at least 1" : limit.In(new Limits()))} | {limit.Least}, {limit.Most} | {limit.Description} |";
}
