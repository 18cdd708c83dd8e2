using System.Text.Json.Nodes;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Suggestions;

/// <summary>Writes the mapping that goes with the roles of the columns.</summary>
internal static class SuggestedMapping
{
    /// <summary>Whether a cell of this role may hold several.</summary>
    public static bool MaySplit(ColumnRole role) => role is ColumnRole.Group or ColumnRole.Area or ColumnRole.Theme or ColumnRole.Partner or ColumnRole.Funder;

    /// <summary>The mapping.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="sheet">The sheet; null when it is the only one.</param>
    /// <param name="roles">The column of each role.</param>
    /// <param name="blanks">Values that mean blank.</param>
    /// <param name="notes">What a person is to look at.</param>
    public static JsonObject Of(string file, string? sheet, IReadOnlyDictionary<ColumnRole, GuessedColumn> roles, string[] blanks, string notes)
    {
        var name = NameOf(file);
        var table = new JsonObject { ["files"] = new JsonArray(file) };
        if (sheet is not null) table["path"] = sheet;
        if (blanks.Length > 0) table["placeholders"] = new JsonArray([.. blanks.Select(blank => JsonValue.Create(blank))]);
        return new()
        {
            ["name"] = name,
            ["comment"] = notes.Length > 0 ? $"Proposed by Wijk for {file}; {notes}." : $"Proposed by Wijk for {file}.",
            ["description"] = new JsonObject { ["nl"] = $"Voorstel voor {file}.", ["en"] = $"Proposal for {file}." },
            ["namespace"] = name,
            ["tables"] = new JsonObject { ["rows"] = table },
            ["rules"] = new JsonArray(Rule(roles)),
        };
    }

    private static JsonObject Rule(IReadOnlyDictionary<ColumnRole, GuessedColumn> roles)
    {
        var (nodes, relations, parts) = (new JsonObject(), new JsonArray(), new JsonArray());
        var (organisation, activity) = (roles.GetValueOrDefault(ColumnRole.Organisation), roles.GetValueOrDefault(ColumnRole.Activity));
        if (organisation is not null) nodes["organisation"] = Organisation(organisation, isOptional: activity is not null, roles.GetValueOrDefault(ColumnRole.Website));
        if (activity is not null)
        {
            nodes["activity"] = Activity(activity, organisation, roles);
            if (organisation is not null) relations.Add(Relation("RUNS", "organisation", "activity"));
            Several(roles, ColumnRole.Theme, parts, (column, of) => new JsonObject
            {
                ["nodes"] = new JsonObject { ["theme"] = Named("Domain", of) },
                ["relations"] = new JsonArray(Relation("IN_DOMAIN", "activity", "theme")),
            });
            Several(roles, ColumnRole.Funder, parts, (column, of) => new JsonObject
            {
                ["nodes"] = new JsonObject { ["funder"] = Named("Agency", of, ("type", "unknown"), ("observation", "mentioned")) },
                ["relations"] = new JsonArray(Relation("FUNDS", "funder", "activity")),
            });
            Targeting(roles, parts);
        }

        if (organisation is not null)
        {
            Several(roles, ColumnRole.Partner, parts, (column, of) => new JsonObject
            {
                ["comment"] = "That they work together stands here, not how close: so there is no level.",
                ["when"] = new JsonArray(new JsonObject { ["of"] = of, ["isNotSameAs"] = Braced(organisation) }),
                ["nodes"] = new JsonObject { ["partner"] = Named("Agency", of, ("type", "unknown"), ("observation", "mentioned")) },
                ["relations"] = new JsonArray(Relation("COLLABORATES", "organisation", "partner")),
            });
        }

        var rule = new JsonObject { ["table"] = "rows", ["nodes"] = nodes };
        if (relations.Count > 0) rule["relations"] = relations;
        if (parts.Count > 0) rule["parts"] = parts;
        return rule;
    }

    private static JsonObject Organisation(GuessedColumn column, bool isOptional, GuessedColumn? website)
    {
        var node = Named("Agency", Braced(column), ("type", "unknown"), ("observation", "mentioned"));
        if (isOptional) node["optional"] = true;
        if (website is not null)
        {
            node["attributes"]!["website"] = Braced(website);
            node["keepFirst"] = new JsonArray("website");
        }

        return Commented(node, column);
    }

    private static JsonObject Activity(GuessedColumn column, GuessedColumn? organisation, IReadOnlyDictionary<ColumnRole, GuessedColumn> roles)
    {
        var attributes = new JsonObject { ["name"] = Braced(column), ["type"] = "service" };
        if (roles.TryGetValue(ColumnRole.Budget, out var budget)) attributes["budget"] = Commented(new JsonObject { ["of"] = Braced(budget), ["number"] = budget.Evidence.IsDutchNumber == false ? "point" : "dutch" }, budget);
        if (roles.TryGetValue(ColumnRole.Description, out var description)) attributes["description"] = new JsonObject { ["of"] = Braced(description), ["keepLines"] = true };
        // Two organisations may call what they do the same.
        var node = new JsonObject
        {
            ["kind"] = "Measure",
            ["id"] = organisation is null ? Braced(column) : new JsonArray(Braced(column), Braced(organisation)),
            ["attributes"] = attributes,
        };
        AddPeriod(node, roles);
        return Commented(node, column);
    }

    private static void Targeting(IReadOnlyDictionary<ColumnRole, GuessedColumn> roles, JsonArray parts)
    {
        var (group, area) = (roles.GetValueOrDefault(ColumnRole.Group), roles.GetValueOrDefault(ColumnRole.Area));
        if (group is null && area is null) return;
        var targeting = new JsonObject { ["of"] = "activity" };
        var nodes = new JsonObject();
        if (group is not null)
        {
            nodes["group"] = Optional(Commented(Named("TargetGroup", Item(group, "one group")), group));
            targeting["for"] = "group";
        }

        if (area is not null)
        {
            nodes["area"] = Optional(Commented(Named("Area", Item(area, "one area"), ("level", LevelOf(area))), area));
            targeting["in"] = "area";
        }

        AddPeriod(targeting, roles);
        var part = new JsonObject { ["nodes"] = nodes, ["targetings"] = new JsonArray(targeting) };
        // The cells are walked one inside the other; where one of them is blank the other still counts.
        foreach (var (column, name) in new[] { (area, "one area"), (group, "one group") })
        {
            if (column?.Evidence.Separator is not { } separator) continue;
            var without = (JsonObject)part.DeepClone();
            part = new JsonObject
            {
                ["each"] = new JsonObject { ["of"] = Braced(column), ["split"] = separator, ["as"] = name },
                ["parts"] = new JsonArray(part),
                ["otherwise"] = Without(without, column == area ? "area" : "group"),
            };
        }

        parts.Add((JsonNode)part);
    }

    // What is done when the cell is blank: the same, without what it would have named.
    private static JsonObject Without(JsonObject part, string node)
    {
        foreach (var inner in part["parts"]?.AsArray() ?? []) Without((JsonObject)inner!, node);
        if (part["otherwise"] is JsonObject otherwise) Without(otherwise, node);
        if (part["nodes"] is JsonObject nodes)
        {
            nodes.Remove(node);
            foreach (var targeting in part["targetings"]!.AsArray().ToArray())
            {
                ((JsonObject)targeting!).Remove(node == "area" ? "in" : "for");
                if (targeting["in"] is null && targeting["for"] is null) part["targetings"]!.AsArray().Remove(targeting);
            }
        }

        return part;
    }

    private static void AddPeriod(JsonObject record, IReadOnlyDictionary<ColumnRole, GuessedColumn> roles)
    {
        if (roles.TryGetValue(ColumnRole.From, out var from)) record["validFrom"] = Day(from);
        if (roles.TryGetValue(ColumnRole.To, out var to)) record["validTo"] = Day(to);
    }

    private static JsonNode Day(GuessedColumn column) => column.Evidence.DayFirst * 2 > column.Evidence.Filled
        ? new JsonObject { ["of"] = Braced(column), ["date"] = "dayFirst" }
        : JsonValue.Create(Braced(column));

    private static void Several(IReadOnlyDictionary<ColumnRole, GuessedColumn> roles, ColumnRole role, JsonArray parts, Func<GuessedColumn, string, JsonObject> make)
    {
        if (!roles.TryGetValue(role, out var column)) return;
        var part = make(column, Item(column, "one"));
        if (column.Evidence.Separator is { } separator) part.Insert(0, "each", new JsonObject { ["of"] = Braced(column), ["split"] = separator, ["as"] = "one" });
        else foreach (var node in part["nodes"]!.AsObject()) Optional((JsonObject)node.Value!);
        parts.Add((JsonNode)part);
    }

    private static string Item(GuessedColumn column, string name) => column.Evidence.Separator is null ? Braced(column) : $"{{{name}}}";

    private static JsonObject Named(string kind, string of, params (string Name, string Value)[] attributes)
    {
        var written = new JsonObject { ["name"] = of };
        foreach (var (name, value) in attributes) written[name] = value;
        return new() { ["kind"] = kind, ["id"] = of, ["attributes"] = written };
    }

    private static JsonObject Optional(JsonObject node)
    {
        node["optional"] = true;
        return node;
    }

    private static JsonObject Commented(JsonObject part, GuessedColumn column)
    {
        if (column.Certainty == Certainty.Guessed) part["comment"] = $"Guessed from the column '{column.Heading}': look at it.";
        return part;
    }

    private static JsonObject Relation(string kind, string from, string to) => new() { ["kind"] = kind, ["from"] = from, ["to"] = to };

    private static string Braced(GuessedColumn column) => $"{{{column.Heading}}}";

    private static string LevelOf(GuessedColumn area) => area.Evidence.IsPostcode ? "postcode" : TextFolding.Fold(area.Heading) switch
    {
        var heading when heading.Contains("stadsdeel", StringComparison.Ordinal) => "stadsdeel",
        var heading when heading.Contains("gemeente", StringComparison.Ordinal) => "gemeente",
        var heading when heading.Contains("buurt", StringComparison.Ordinal) || heading.Contains("neighbo", StringComparison.Ordinal) => "buurt",
        var heading when heading.Contains("wijk", StringComparison.Ordinal) || heading.Contains("district", StringComparison.Ordinal) => "wijk",
        _ => "other",
    };

    private static string NameOf(string file)
    {
        var letters = TextFolding.Fold(Path.GetFileNameWithoutExtension(file)).Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-').ToArray();
        var name = string.Join('-', new string(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return name.Length == 0 ? "mapping" : name;
    }
}
