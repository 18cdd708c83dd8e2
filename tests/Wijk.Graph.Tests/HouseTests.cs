using System.Text.RegularExpressions;
using Wijk.Testing;

namespace Wijk.Graph.Tests;

/// <summary>Guards the house: which folder may lean on which, and what it must never know.</summary>
public sealed partial class HouseTests
{
    private static readonly string Source = Path.Combine(SharedData.Root, "src");

    // The first rule whose folder holds the file counts, so the narrower folder stands first.
    private static readonly FolderRule[] Table =
    [
        new("Wijk.Graph/Model", [], ["System.Text.Json", "System.Net", "Microsoft.Data.Sqlite"]),
        new("Wijk.Graph/Networks", [], Numbers),
        new("Wijk.Graph/Analysis", ["Networks"], Numbers),
        new("Wijk.Graph/Stores/Sqlite", ["Stores", "Model"], ["Wijk.Graph.Stores.Neo4j", "System.Net"]),
        new("Wijk.Graph/Stores/Neo4j", ["Stores", "Model"], ["Wijk.Graph.Stores.Sqlite", "Microsoft.Data.Sqlite"]),
        new("Wijk.Graph/Stores", ["Model"], []),
        new("Wijk.Graph/Import", ["Stores", "Model"], ConcreteStores),
        new("Wijk.Graph/Export", ["Import", "Stores", "Model"], ConcreteStores),
        new("Wijk.Graph/Snapshots", ["Stores", "Networks", "Model"], ConcreteStores),
        new("Wijk.Graph/Views", ["Snapshots", "Model"], ["Wijk.Graph.Stores", "Microsoft.Data.Sqlite", "System.Net", "System.TimeProvider"]),
        new("Wijk.Graph/Findings", ["Views", "Snapshots", "Analysis", "Networks", "Model"], ["Microsoft.Data.Sqlite", "System.Net"]),
        // A made-up city draws its numbers as the analyses do, so that one seed is one city on every machine.
        new("Wijk.Graph/Generate", ["Analysis", "Model"], ["System.Random", "Microsoft.Data.Sqlite", "System.Net"]),
        new("Wijk.GraphQL/Hosting", null, []),
        new("Wijk.GraphQL/Telemetry", ["Snapshots"], Web),
        // What runs an operation knows no field of it; nouns know no question; WijkSchema.cs, at the root, joins them.
        new("Wijk.GraphQL/Execution", null, [.. Web, .. Doors, "Wijk.GraphQL.Schema", "Wijk.GraphQL.Questions", "Wijk.GraphQL.Changes"]),
        new("Wijk.GraphQL/Schema", null, [.. Web, .. Doors, "Wijk.GraphQL.Questions", "Wijk.GraphQL.Changes"]),
        new("Wijk.GraphQL/Questions", null, [.. Web, .. Doors, "Wijk.GraphQL.Changes"]),
        new("Wijk.GraphQL/Changes", null, [.. Web, .. Doors, "Wijk.GraphQL.Questions"]),
        new("Wijk.GraphQL/Transport", null, [.. Web, "Wijk.GraphQL.Schema", "Wijk.GraphQL.Questions", "Wijk.GraphQL.Changes", "Wijk.GraphQL.Commands", "Wijk.GraphQL.Hosting"]),
        new("Wijk.GraphQL/Pages", null, [.. Web, "Wijk.GraphQL.Changes", "Wijk.GraphQL.Commands", "Wijk.GraphQL.Hosting"]),
        new("Wijk.GraphQL", null, Web),
    ];

    private static string[] ConcreteStores => ["Wijk.Graph.Stores.Sqlite", "Wijk.Graph.Stores.Neo4j", "Microsoft.Data.Sqlite"];

    private static string[] Web => [.. ConcreteStores, "System.Net.Http"];

    private static string[] Doors => ["Wijk.GraphQL.Transport", "Wijk.GraphQL.Commands", "Wijk.GraphQL.Hosting", "Wijk.GraphQL.Pages"];

    private static string[] Numbers =>
        ["System.IO", "System.Threading.Tasks", "System.Net", "System.Text.Json", "System.TimeProvider", "System.DateTime", "System.DateTimeOffset", "System.Random"];

    [Fact]
    public void Every_folder_keeps_to_the_house()
    {
        var files = Files();
        files.Should().HaveCountGreaterThan(100, "the sources must be found, or nothing is guarded");
        files.SelectMany(file => Faults(file, File.ReadAllText(Path.Combine(Source, file)))).Should().BeEmpty();
    }

    [Fact]
    public void Every_namespace_is_its_folder() =>
        Files().SelectMany(file => File.ReadLines(Path.Combine(Source, file)).Where(line => line.StartsWith("namespace ", StringComparison.Ordinal))
                .Where(line => line != $"namespace {Path.GetDirectoryName(file)!.Replace('/', '.')};").Select(line => $"{file}: {line}"))
            .Should().BeEmpty("who knows the namespace of a type knows the folder it stands in");

    [Fact]
    public void Every_folder_of_the_house_has_a_rule()
    {
        Files().Where(file => file.Count(letter => letter == '/') > 1 && RuleOf(file) is null).Should().BeEmpty("a new folder needs a line in this table");
        Table.Select(rule => rule.Folder).Where(folder => folder.StartsWith("Wijk.Graph/", StringComparison.Ordinal) && !folder.EndsWith("Neo4j", StringComparison.Ordinal))
            .Should().OnlyContain(folder => Directory.Exists(Path.Combine(Source, folder)), "a rule for a folder that is gone guards nothing");
    }

    [Theory]
    [InlineData("Model", "using Wijk.Graph.Stores;")]
    [InlineData("Model", "using System.Text.Json.Nodes;")]
    [InlineData("Networks", "using Wijk.Graph.Model;")]
    [InlineData("Analysis/Overlap", "using static Wijk.Graph.Snapshots.GraphSnapshot;")]
    [InlineData("Analysis/Overlap", "using Shelf = Wijk.Graph.Stores.GraphVersion;")]
    [InlineData("Analysis/Clusters", "class A { Task Run() => Task.CompletedTask; }")]
    [InlineData("Analysis/Clusters", "class A { int Draw() => Random.Shared.Next(); }")]
    [InlineData("Analysis/Clusters", "class A { DateTimeOffset Now() => DateTimeOffset.UtcNow; }")]
    [InlineData("Networks", "class A { string Read() => File.ReadAllText(\"a\"); }")]
    [InlineData("Stores", "using Wijk.Graph.Snapshots;")]
    [InlineData("Stores/Sqlite", "using Wijk.Graph.Stores.Neo4j;")]
    [InlineData("Import", "using Wijk.Graph.Snapshots;")]
    [InlineData("Import", "using Wijk.Graph.Stores.Sqlite;")]
    [InlineData("Findings/Overlap", "class A { Wijk.Graph.Stores.IGraphStore? store; }")]
    [InlineData("Findings/Overlap", "using Wijk.GraphQL.Execution;")]
    [InlineData("Generate", "using Wijk.Graph.Import;")]
    [InlineData("../Wijk.GraphQL/Commands", "using Microsoft.Data.Sqlite;")]
    [InlineData("../Wijk.GraphQL/Execution", "using Wijk.GraphQL.Schema.Paging;")]
    [InlineData("../Wijk.GraphQL/Schema/Nodes", "using Wijk.GraphQL.Questions;")]
    [InlineData("../Wijk.GraphQL/Questions/Overlap", "using Wijk.GraphQL.Changes;")]
    [InlineData("../Wijk.GraphQL/Questions/Overlap", "using Wijk.GraphQL.Commands;")]
    [InlineData("../Wijk.GraphQL/Overlap", "class A { HttpClient? client; }")]
    public void A_wrong_arrow_is_caught(string folder, string line) =>
        Faults(FileIn(folder), $"namespace N;\n{line}\n").Should().ContainSingle()
            .Which.Should().Contain("Made.cs line 2").And.Contain("must not know");

    [Theory]
    [InlineData("Networks", "/// <summary>Not for <see cref=\"Random\"/>, File or Wijk.Graph.Stores.</summary>")]
    [InlineData("Analysis/Overlap", "using Wijk.Graph.Networks;")]
    [InlineData("Analysis/Overlap", "using Wijk.Graph.Analysis;")]
    [InlineData("Analysis/Overlap", "using System.Threading;")]
    [InlineData("Stores", "using Wijk.Graph.Stores.Sqlite;")]
    [InlineData("Findings/Overlap", "using Wijk.Graph.Analysis.Overlap;")]
    [InlineData("../Wijk.GraphQL/Hosting", "using System.Net;")]
    [InlineData("../Wijk.GraphQL/Schema", "using Wijk.GraphQL.Execution;")]
    [InlineData("../Wijk.GraphQL/Questions/Overlap", "using Wijk.GraphQL.Schema.Paging;")]
    public void A_right_arrow_is_left_alone(string folder, string line) => Faults(FileIn(folder), line).Should().BeEmpty();

    private static string FileIn(string folder) => folder.StartsWith("../", StringComparison.Ordinal) ? $"{folder[3..]}/Made.cs" : $"Wijk.Graph/{folder}/Made.cs";

    private static string[] Files() =>
    [
        .. new[] { "Wijk.Graph", "Wijk.GraphQL" }
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Source, project), "*", SearchOption.AllDirectories))
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor")
            .Select(file => Path.GetRelativePath(Source, file).Replace('\\', '/'))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal),
    ];

    private static FolderRule? RuleOf(string file) => Table.FirstOrDefault(rule => file.StartsWith(rule.Folder + "/", StringComparison.Ordinal));

    private static IEnumerable<string> Faults(string file, string text)
    {
        if (RuleOf(file) is not { } rule) yield break;
        var lines = text.Split('\n');
        for (var number = 1; number <= lines.Length; number++)
        {
            var code = lines[number - 1].Split("//")[0];
            if (code.StartsWith("namespace ", StringComparison.Ordinal)) continue;
            foreach (var name in Names(code).Distinct().Where(name => !rule.Allows(name)))
                yield return $"{file} line {number}: '{lines[number - 1].Trim()}': {rule.Folder} must not know {name} ({rule}); move the code or ask for what it needs as a plain value.";
        }
    }

    // Whole names, and the short names of types that implicit usings bring in without a line of their own.
    private static IEnumerable<string> Names(string code) =>
        WholeName().Matches(code).Select(match => match.Value)
            .Concat(ShortName().Matches(code).Select(match => match.Value switch
            {
                "Task" or "ValueTask" => "System.Threading.Tasks." + match.Value,
                "File" or "Directory" or "Path" or "Stream" or "FileStream" or "StreamReader" or "StreamWriter" => "System.IO." + match.Value,
                "HttpClient" => "System.Net.Http.HttpClient",
                _ => "System." + match.Value,
            }));

    [GeneratedRegex(@"(?<![\w.])(Wijk\.Graph(QL)?|System|Microsoft)(\.[A-Za-z_]\w*)+")]
    private static partial Regex WholeName();

    [GeneratedRegex(@"(?<![\w.""])(Task|ValueTask|File|Directory|Path|Stream|FileStream|StreamReader|StreamWriter|HttpClient|Random|TimeProvider|DateTime|DateTimeOffset)(?=[.<?\s(\[])")]
    private static partial Regex ShortName();

    /// <summary>What a folder may lean on.</summary>
    /// <param name="Folder">The folder, below src.</param>
    /// <param name="Ours">The folders of Wijk.Graph it may know beside itself; null when it may know them all.</param>
    /// <param name="Never">Namespaces and types it must never know.</param>
    private sealed record FolderRule(string Folder, string[]? Ours, string[] Never)
    {
        public bool Allows(string name)
        {
            if (Never.Any(never => IsOrIsIn(name, never))) return false;
            if (Ours is null || !name.StartsWith("Wijk.", StringComparison.Ordinal)) return true;
            var own = Folder.Split('/')[1];
            return IsOrIsIn(name, $"Wijk.Graph.{own}") || Ours.Any(folder => IsOrIsIn(name, $"Wijk.Graph.{folder}"));
        }

        public override string ToString() =>
            (Ours is null ? "of ours it may know anything" : Ours.Length == 0 ? "of ours it may know nothing else" : $"of ours it may know {string.Join(", ", Ours)}")
            + (Never.Length == 0 ? "" : $"; never {string.Join(", ", Never)}");

        private static bool IsOrIsIn(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);
    }
}
