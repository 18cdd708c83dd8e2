using System.Security.Cryptography;
using System.Text;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores;

/// <summary>Steps that databases have had never change: a database that had another form of a step refuses to open.</summary>
public class ShippedMigrationTests
{
    // A new step gets a line here when it is released.
    private static readonly Dictionary<string, string> Released = new()
    {
        ["neo4j/migrations/V001__graph_and_log.cypher"] = "af04e7b20cfa66bc00d2c938087544b63e5f08b68b15438215420d772fa48827",
        ["neo4j/migrations/V002__lists_of_a_bulk_load.cypher"] = "e45d996e42065597bc0224c05e2c37be7d3e591372c1cf87c045016b9e5c4e2e",
        ["neo4j/migrations/V003__inquiries.cypher"] = "12eddd351cca65193d123a78ffcd6216a7ed118173be836c6c55d38ed7ea8cc3",
        ["src/Wijk.Graph/Stores/Sqlite/Migrations/V001__graph_and_log.sql"] = "6b3317bdfaa0a480376c5dd3f112910514670a81a34142b430dee66f3cea6d76",
    };

    public static TheoryData<string> Files => [.. Released.Keys];

    [Theory]
    [MemberData(nameof(Files))]
    public async Task A_released_step_is_as_it_was(string file)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(SharedData.Root, file), TestContext.Current.CancellationToken);
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")))).Should().Be(
            Released[file], "databases had it in that form; what must change goes into a new step");
    }

    [Theory]
    [InlineData("neo4j/migrations", "*.cypher")]
    [InlineData("src/Wijk.Graph/Stores/Sqlite/Migrations", "*.sql")]
    public void Steps_are_numbered_one_after_the_other(string folder, string pattern) =>
        Directory.GetFiles(Path.Combine(SharedData.Root, folder), pattern).Select(file => Path.GetFileName(file)[..6]).Order(StringComparer.Ordinal)
            .Should().Equal(Enumerable.Range(1, Directory.GetFiles(Path.Combine(SharedData.Root, folder), pattern).Length).Select(number => $"V{number:000}__"));
}
