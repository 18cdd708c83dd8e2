using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Tests.Import.Formats;

namespace Wijk.Graph.Tests.Import.Mappings;

/// <summary>A mapping and its files, as small as a test needs.</summary>
internal static class MiniMapping
{
    public const string Agency = """{ "kind": "Agency", "id": "{id}", "attributes": { "name": "{name}" } }""";

    public static DeclaredMapping Of(string rules, string tables = """{ "t": { "files": ["t.csv"] } }""", string more = "") => DeclaredMapping.Parse("mini",
        $$"""{ "name": "mini", "description": { "nl": "klein", "en": "small" }, "namespace": "n", {{more}} "tables": {{tables}}, "rules": {{rules}} }""");

    public static MappedRecords Run(Mapping mapping, params (string Name, string Text)[] files)
    {
        using var folder = new TempFiles();
        foreach (var (name, text) in files) folder.Write(name, text);
        return MappingRunner.Run(mapping, [folder.Folder], null, DateTimeOffset.UnixEpoch, null, default);
    }

    /// <summary>What one attribute becomes: the description of an agency made of one row.</summary>
    public static string? Value(string expression, string csv)
    {
        var mapping = Of($$"""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "x", "attributes": { "name": "x", "description": {{expression}} } } } }]""");
        var records = Run(mapping, ("t.csv", csv));
        records.Refused.Should().BeEmpty();
        return records.Nodes.Single().Record.Attributes.Text("description");
    }

    public static RowRemark Refusal(string expression, string csv) =>
        Run(Of($$"""[{ "table": "t", "nodes": { "a": { "kind": "Agency", "id": "x", "attributes": { "name": "x", "description": {{expression}} } } } }]"""),
            ("t.csv", csv)).Refused.Single();
}
