using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>Keeps saved scenarios as nodes of bookkeeping.</summary>
internal sealed class ScenarioShelf(QueryApiClient client) : IScenarioShelf
{
    /// <inheritdoc/>
    public Task<IReadOnlyList<SavedScenario>> ReadAsync(CancellationToken cancellationToken) => ReadAsync(id: null, cancellationToken);

    /// <inheritdoc/>
    public async Task<SavedScenario?> FindAsync(string id, CancellationToken cancellationToken) =>
        await ReadAsync(id, cancellationToken).ConfigureAwait(false) is [var found] ? found : null;

    /// <inheritdoc/>
    public async Task<SavedScenario> SaveAsync(SavedScenario scenario, CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(
            Statements.SaveScenario, new { id = scenario.Id, name = scenario.Name, savedAt = scenario.SavedAt.ToUnixTimeMilliseconds(), content = scenario.Content }, cancellationToken).ConfigureAwait(false);
        return At(answer, 0);
    }

    /// <inheritdoc/>
    public async Task<bool> RemoveAsync(string id, CancellationToken cancellationToken)
    {
        using var answer = await client.WriteAsync(Statements.RemoveScenario, new { id }, cancellationToken).ConfigureAwait(false);
        return answer.Int64(0, "count") > 0;
    }

    private async Task<IReadOnlyList<SavedScenario>> ReadAsync(string? id, CancellationToken cancellationToken)
    {
        using var answer = await client.ReadAsync(Statements.Scenarios, new { id }, cancellationToken).ConfigureAwait(false);
        return [.. Enumerable.Range(0, answer.RowCount).Select(row => At(answer, row))];
    }

    private static SavedScenario At(Answer answer, int row) => new()
    {
        Id = answer.Text(row, "id")!,
        Name = answer.Text(row, "name")!,
        SavedAt = DateTimeOffset.FromUnixTimeMilliseconds(answer.Int64(row, "savedAt")),
        Content = answer.Text(row, "content")!,
    };
}
