using System.Text.Json;
using System.Text.RegularExpressions;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>A mapping written in JSON; <c>mapping.schema.json</c> says how, and <c>amsterdam-subsidies.json</c> shows it.</summary>
public sealed class DeclaredMapping : Mapping
{
    private static readonly JsonDocumentOptions Options =
        new() { AllowDuplicateProperties = false, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    private readonly IReadOnlyList<Rule> rules;
    private readonly IReadOnlyList<string> catchAlls;
    private readonly bool hasEditions;

    private DeclaredMapping(JsonPart part, string text)
    {
        part.Only("$schema", "name", "description", "namespace", "tables", "maps", "wordLists", "catchAlls", "rules");
        Text = text;
        Name = part.Required("name").Text();
        Description = part.Required("description").InBothLanguages();
        Namespace = part.Optional("namespace")?.Text();
        catchAlls = part.Optional("catchAlls")?.Texts() ?? [];
        var maps = part.Optional("maps")?.Members().ToDictionary(map => map.Name, map => ExpressionReader.Pairs(map.Value)) ?? [];
        var lists = part.Optional("wordLists")?.Members()
            .ToDictionary(list => list.Name, list => (IReadOnlyList<WordRule>)[.. list.Value.Items().Select(WordRuleOf)]) ?? [];
        var tables = part.Required("tables").Members().ToArray();
        var columns = new ColumnUse();
        var reader = new PartReader(new(maps), lists, [.. tables.Select(table => table.Name)], columns);
        rules = [.. part.Required("rules").Items().Select(reader.Rule)];
        (LooksAtGraph, hasEditions) = (reader.LooksForAreas, reader.HasEditions);
        Tables = [.. tables.Select(table => Table(table.Name, table.Value, columns))];
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <inheritdoc/>
    public override Words Description { get; }

    /// <inheritdoc/>
    public override string Text { get; }

    /// <inheritdoc/>
    public override string? Namespace { get; }

    /// <inheritdoc/>
    public override bool LooksAtGraph { get; }

    /// <summary>The tables it reads.</summary>
    public IReadOnlyList<TableSpec> Tables { get; }

    /// <summary>Reads a mapping.</summary>
    /// <param name="name">What to call it in errors: its name or file.</param>
    /// <param name="text">The JSON.</param>
    /// <exception cref="MappingException">It is written wrongly; the message says where.</exception>
    public static DeclaredMapping Parse(string name, string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text, Options);
            return new(new JsonPart(name, "$", document.RootElement), text);
        }
        catch (JsonException fault)
        {
            throw new MappingException(
                name,
                new($"regel {fault.LineNumber + 1}", $"line {fault.LineNumber + 1}"),
                new($"dit is geen geldige JSON: {fault.Message}", $"this is not valid JSON: {fault.Message}"));
        }
    }

    internal override IReadOnlyList<MatchedTable> Match(InputFiles input) => TableMatch.Find(this, input);

    internal override bool Fits(InputFiles input) => TableMatch.Fits(this, input);

    internal override void Map(MappingRun run)
    {
        if (hasEditions) run.LearnEditions(Apply);
        if (LooksAtGraph) run.LearnAreas(Apply);
        Apply(run);
    }

    private void Apply(MappingRun run)
    {
        var maker = new RecordMaker(catchAlls);
        foreach (var rule in rules)
        {
            run.ForEach(rule.Table, (row, records) =>
            {
                var scope = new Scope(run, null, records);
                scope.Set(Scope.Base, row);
                var counted = run.Collector.CountedRows;
                PartRunner.Do(rule.Does, scope, maker);
                if (rule.Makes && records.IsEmpty && run.Collector.CountedRows == counted) run.Collector.LeaveOut(row);
            });
        }
    }

    internal override long RowsToMap(MappingRun run) => rules.Sum(rule => (long)(run.Table(rule.Table)?.Rows.Count ?? 0));

    private static TableSpec Table(string name, JsonPart part, ColumnUse columns)
    {
        part.Only("files", "format", "path", "headings", "square", "needs", "byName", "placeholders", "optional", "optionalColumns");
        var optional = part.Optional("optionalColumns")?.Texts() ?? [];
        var headings = part.Optional("headings");
        if (headings is { Kind: not (JsonValueKind.Object or JsonValueKind.False) }) throw headings.Wrong(new(
            "moet false zijn, of een object met bij elke naam de koppen die hij mag hebben.", "must be false, or an object with for each name the headings it may have."));
        return new(name)
        {
            Files = part.Required("files").Texts(),
            Format = part.Optional("format")?.OneOf<FileFormat>(),
            Paths = part.Optional("path") is { } path ? TextOrTexts(path) : [],
            NamedColumns = headings is { Kind: JsonValueKind.Object } ? headings.Members().ToDictionary(column => column.Name, column => TextOrTexts(column.Value)) : new(),
            HasHeadings = headings is not { Kind: JsonValueKind.False },
            IsByName = part.Optional("byName")?.Flag() == true,
            IsSquare = part.Optional("square")?.Flag() == true,
            Placeholders = new(part.Optional("placeholders")?.Texts() ?? []),
            IsOptional = part.Optional("optional")?.Flag() == true,
            Columns = [.. columns.Of(name).Except(optional).Union(part.Optional("needs")?.Texts() ?? [])],
            OptionalColumns = optional,
        };
    }

    private static IReadOnlyList<string> TextOrTexts(JsonPart part) => part.Kind == JsonValueKind.Array ? part.Texts() : [part.Text()];

    private static WordRule WordRuleOf(JsonPart part)
    {
        part.Only("value", "rule", "pattern");
        return new(part.Required("value").Text(), part.Required("rule").InOneOrBothLanguages(), part.Required("pattern").Pattern(RegexOptions.IgnoreCase));
    }
}
