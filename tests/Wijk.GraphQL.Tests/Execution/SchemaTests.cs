using GraphQL;
using GraphQL.Types;
using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Execution;

public class SchemaTests
{
    private static readonly string File = Path.Combine(SharedData.Root, "src", "Wijk.GraphQL", "schema.graphql");

    [Fact]
    public async Task The_schema_is_the_one_in_schema_graphql()
    {
        var actual = SchemaText.Write();
        if (Environment.GetEnvironmentVariable("UPDATE_SCHEMA") == "1") await System.IO.File.WriteAllTextAsync(File, actual, TestContext.Current.CancellationToken);
        (await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken)).Should().Be(
            actual, "schema.graphql is the contract; if the change is meant, run the tests once with UPDATE_SCHEMA=1 and review the difference");
    }

    [Fact]
    public void The_schema_is_written_the_same_each_time() => SchemaText.Write().Should().Be(SchemaText.Write());

    [Fact]
    public void Everything_in_the_schema_is_described_once()
    {
        var schema = new WijkSchema();
        // The specification itself describes what starts with __ and its own five scalars.
        schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Name is not ("String" or "Boolean" or "ID" or "Int" or "Float"))
            .SelectMany(type => Undescribed(schema, type)).Should().BeEmpty();
    }

    [Fact]
    public void No_type_takes_a_name_that_TypeScript_gives_a_meaning() =>
        new WijkSchema().AllTypes.Select(type => type.Name).Should().NotContain(["Record", "Document", "Object", "Array", "Map", "Set", "Partial", "Pick", "Omit", "Exact", "Maybe", "Scalars"]);

    [Fact]
    public void Values_of_enumerations_are_in_upper_case() => new WijkSchema().AllTypes.OfType<EnumerationGraphType>()
        .SelectMany(type => type.Values.Select(value => value.Name)).Should().OnlyContain(name => name.All(letter => char.IsUpper(letter) || char.IsDigit(letter) || letter == '_'));

    [Fact]
    public void A_field_with_arguments_may_be_null_so_that_a_wrong_one_empties_nothing_else() => new WijkSchema().AllTypes
        .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Name != "Mutation").OfType<IObjectGraphType>()
        .SelectMany(type => type.Fields.Where(field => field.Arguments?.Count > 0 && field.ResolvedType is NonNullGraphType).Select(field => $"{type.Name}.{field.Name}"))
        .Should().BeEmpty();

    [Fact]
    public void A_list_that_takes_a_page_is_a_connection_and_no_list_takes_a_part() => new WijkSchema().AllTypes.OfType<IObjectGraphType>()
        .SelectMany(type => type.Fields.Where(field => field.Arguments?.Find("first") is not null && !IsConnection(field.ResolvedType!)).Select(field => $"{type.Name}.{field.Name}"))
        .Should().BeEmpty();

    [Fact]
    public void Whatever_has_an_id_can_be_asked_for_by_it() => new WijkSchema().AllTypes.OfType<IObjectGraphType>()
        .Where(type => type.GetField("id") is not null && !type.ResolvedInterfaces.Any(one => one.Name == "Node")).Select(type => type.Name).Should().BeEmpty();

    private static bool IsConnection(IGraphType type) => type is IObjectGraphType connection && connection.ResolvedInterfaces.Any(one => one.Name == "Connection");

    private static IEnumerable<string> Undescribed(ISchema schema, IGraphType type)
    {
        var interfaces = (type as IImplementInterfaces)?.ResolvedInterfaces.ToArray() ?? [];
        var isPage = interfaces.Any(one => one.Name is "Connection" or "Edge");
        // ItemFilter says what a filter is, and a condition what it asks of which enumeration in its name.
        var isCondition = type is IInputObjectGraphType && (type.Name.EndsWith("Filter", StringComparison.Ordinal) || type.Name.EndsWith("Condition", StringComparison.Ordinal));
        if (IsBlank(type.Description) && !isPage && !isCondition) yield return type.Name;
        foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
        {
            var isDescribed = !IsBlank(field.Description)
                || interfaces.Any(one => !IsBlank(one.GetField(field.Name)?.Description))
                || !IsBlank(SaysWhatItIs(schema, field)?.Description)
                || (isPage && field.Name is "edges" or "node") || (type.Name.EndsWith("Condition", StringComparison.Ordinal) && field.Name == "in")
                // A filter asks of a field what the type says of it, and of what every item has what the filter of items says.
                || (type.Name.EndsWith("Filter", StringComparison.Ordinal)
                    && (IsDescribed(schema, "ItemFilter", field.Name) || IsDescribed(schema, type.Name[..^"Filter".Length], field.Name)));
            if (!isDescribed) yield return $"{type.Name}.{field.Name}";
            foreach (var argument in field.Arguments ?? [])
            {
                var elsewhere = argument.Name is "asOf" or "key" || (IsConnection(field.ResolvedType!) && argument.Name is "first" or "after" or "last" or "before")
                    || argument.Name == "filter" || (argument.Name == "orderBy" && !IsBlank(argument.ResolvedType!.GetNamedType().Description));
                if (IsBlank(argument.Description) && !elsewhere) yield return $"{type.Name}.{field.Name}({argument.Name})";
            }
        }
    }

    // One node by its key, a list of all of a kind, and a list named after the relation it follows.
    private static IGraphType? SaysWhatItIs(ISchema schema, FieldType field)
    {
        if (field.Arguments?.Find("key") is not null || field.Arguments?.Find("orderBy") is not null)
            return schema.AllTypes[field.ResolvedType!.GetNamedType().Name.Replace("Connection", "", StringComparison.Ordinal)];
        return IsConnection(field.ResolvedType!) ? schema.AllTypes[char.ToUpperInvariant(field.Name[0]) + field.Name[1..]] : null;
    }

    private static bool IsDescribed(ISchema schema, string type, string field) => !IsBlank((schema.AllTypes[type] as IComplexGraphType)?.GetField(field)?.Description);

    private static bool IsBlank(string? text) => string.IsNullOrWhiteSpace(text);
}
