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
    public void Everything_in_the_schema_has_a_description()
    {
        var schema = new WijkSchema();
        schema.Initialize();
        // The specification itself describes what starts with __ and its own five scalars.
        schema.AllTypes.Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Name is not ("String" or "Boolean" or "ID" or "Int" or "Float")).SelectMany(Undescribed).Should().BeEmpty();
    }

    private static IEnumerable<string> Undescribed(IGraphType type)
    {
        if (string.IsNullOrWhiteSpace(type.Description)) yield return type.Name;
        if (type is EnumerationGraphType choice)
        {
            foreach (var value in choice.Values.Where(value => string.IsNullOrWhiteSpace(value.Description))) yield return $"{type.Name}.{value.Name}";
        }

        foreach (var field in (type as IComplexGraphType)?.Fields ?? [])
        {
            if (string.IsNullOrWhiteSpace(field.Description)) yield return $"{type.Name}.{field.Name}";
            foreach (var argument in field.Arguments ?? [])
            {
                if (string.IsNullOrWhiteSpace(argument.Description)) yield return $"{type.Name}.{field.Name}({argument.Name})";
            }
        }
    }
}
