using System.Text.RegularExpressions;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>A constraint or index that Wijk relies on.</summary>
/// <param name="Name">Its name, such as <c>wijk_node_key</c>.</param>
/// <param name="IsConstraint">Whether it is a constraint; an index otherwise.</param>
/// <param name="Statement">Makes it, unless it is there.</param>
internal sealed partial record SchemaElement(string Name, bool IsConstraint, Statement Statement)
{
    /// <summary>All that some migrations made.</summary>
    public static IEnumerable<SchemaElement> Of(IEnumerable<Migration> migrations) =>
        from statement in migrations.SelectMany(migration => migration.Statements).Prepend(Statements.MigrationConstraint)
        let made = Making().Match(statement.Text)
        where made.Success
        select new SchemaElement(made.Groups["name"].Value, made.Groups["kind"].Value == "CONSTRAINT", statement);

    /// <summary>Those that are no longer in a database. An index that stands in the place of a constraint is none.</summary>
    /// <returns>Null when the user may not look.</returns>
    public static async Task<IReadOnlyList<SchemaElement>?> FindMissingAsync(
        QueryApiClient client, IEnumerable<Migration> migrations, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await client.ReadAsync(Statements.Schema, null, cancellationToken).ConfigureAwait(false);
            var found = Enumerable.Range(0, answer.RowCount)
                .ToDictionary(row => answer.Text(row, "name")!, row => answer.Flag(row, "isConstraint"), StringComparer.Ordinal);
            return [.. Of(migrations).Where(element => !found.TryGetValue(element.Name, out var isConstraint) || (element.IsConstraint && !isConstraint))];
        }
        catch (QueryFailedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(//.*\n)*\s*CREATE (?<kind>CONSTRAINT|INDEX) (?<name>\w+) IF NOT EXISTS", RegexOptions.CultureInvariant)]
    private static partial Regex Making();
}
