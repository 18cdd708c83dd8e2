using System.Text.RegularExpressions;
using Wijk.Graph.Tests.Stores.Neo4j.Queries;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Stores.Neo4j;

/// <summary>Guards where Cypher stands, and that a real server understands it.</summary>
[Collection(Neo4jServer.Collection)]
public sealed partial class CypherFilesTests
{
    [Fact]
    public async Task A_real_server_can_plan_every_statement_of_every_file()
    {
        var server = await Neo4jServer.SharedAsync();
        var faults = new List<string>();

        // The queries for Graph Data Science need its library; JudgeTests run each of them.
        foreach (var (file, statement) in Statements().Where(entry => !entry.File.Contains("gds", StringComparison.Ordinal)))
        {
            try
            {
                await server.QueryAsync("EXPLAIN " + statement);
            }
            catch (InvalidOperationException refused)
            {
                faults.Add($"{file}: {refused.Message}");
            }
        }

        faults.Should().BeEmpty();
        Statements().Count().Should().BeGreaterThan(40, "the files must be found, or nothing is guarded");
    }

    [Fact]
    public void No_code_holds_Cypher()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(SharedData.Root, "src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));
        sources.Where(file => File.ReadLines(file).Any(line => Cypher().IsMatch(line.Split("//")[0]))).Should().BeEmpty("Cypher stands in files under neo4j/, where it can be read and planned");
    }

    [Theory]
    [InlineData("\"MATCH (n) RETURN n\"")]
    [InlineData("$\"MERGE (n:{label})\"")]
    [InlineData("\"UNWIND $rows AS row\"")]
    [InlineData("\"CREATE (n:WijkNode)\"")]
    [InlineData("\"CREATE CONSTRAINT x IF NOT EXISTS\"")]
    [InlineData("    MATCH ()-[r]->()")]
    [InlineData("\"DETACH DELETE n\"")]
    [InlineData("\"CALL gds.wcc.stream('g')\"")]
    [InlineData("\"SHOW INDEXES\"")]
    public void Cypher_in_code_is_caught(string code) => Cypher().IsMatch(code).Should().BeTrue();

    [Theory]
    [InlineData("\"INSERT INTO node (key) VALUES ($1)\"")]
    [InlineData("\"CREATE TABLE graph (version)\"")]
    [InlineData("if (match (a)) merge(b);")]
    public void Other_code_is_left_alone(string code) => Cypher().IsMatch(code).Should().BeFalse();

    private static IEnumerable<(string File, string Statement)> Statements()
    {
        foreach (var file in Directory.EnumerateFiles(QueryFiles.Folder, "*.cypher", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            foreach (var statement in File.ReadAllText(file).Split(";\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                yield return (Path.GetRelativePath(QueryFiles.Folder, file), statement);
        }
    }

    // In capitals, as everywhere in this project: C# has no such words.
    [GeneratedRegex(
        @"\b((MATCH|MERGE|CREATE) *\(|CREATE (CONSTRAINT|RANGE INDEX)|UNWIND +\$|DETACH +DELETE|CALL +(gds|db|dbms|apoc)\.|SHOW (INDEXES|CONSTRAINTS|DATABASE))")]
    private static partial Regex Cypher();
}
