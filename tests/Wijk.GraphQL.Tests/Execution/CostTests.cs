using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Execution;

/// <summary>What an operation is expected to cost is near what it does cost.</summary>
public sealed class CostTests
{
    private static readonly int QueryCount = LongRun.Portion(200, of: 500);

    [Fact]
    public async Task What_is_expected_is_within_a_factor_of_three_of_what_is_counted_for_95_of_100_generated_queries()
    {
        var graph = SyntheticSnapshot.Of(2_000);
        await using var server = await TestServer.StartWithAsync(graph);
        var (apart, asked) = (new List<string>(), 0);
        for (var seed = 0; asked < QueryCount; seed++)
        {
            var query = new GeneratedQuery(graph, seed).Write();
            var answer = await server.AskAsync(query);
            if (answer["errors"] is { } errors)
            {
                ((string)errors[0]!["extensions"]!["code"]!).Should().BeOneOf(["TOO_COSTLY", "TOO_DEEP", "DOCUMENT_TOO_LARGE", "INVALID_ARGUMENT"], $"seed {seed}: {errors[0]!.ToJsonString()}");
                continue;
            }

            asked++;
            var (expected, counted) = ((double)answer["extensions"]!["cost"]!["requested"]!, (double)answer["extensions"]!["cost"]!["counted"]!);
            if (expected > 3 * counted || counted > 3 * expected) apart.Add($"{seed}: expected {expected}, counted {counted}: {query}");
        }

        apart.Should().HaveCountLessThanOrEqualTo(QueryCount / 20, string.Join('\n', apart));
    }
}
