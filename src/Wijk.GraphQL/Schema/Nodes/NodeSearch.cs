using Wijk.Graph.Model;
using Wijk.Graph.Views;
using Wijk.GraphQL.Execution;

namespace Wijk.GraphQL.Schema.Nodes;

/// <summary>Finds what has an id: nodes and relations in the graph, and what questions found by asking them again.</summary>
internal sealed class NodeSearch
{
    private readonly Dictionary<string, Func<ViewId, Operation, CancellationToken, ValueTask<object?>>> byKind = new(StringComparer.Ordinal);

    /// <summary>Says how something that an answer found is found again.</summary>
    /// <param name="kind">The first part of its keys.</param>
    /// <param name="find">Finds it, by an id whose key starts so; null when it is not there.</param>
    public void Add(string kind, Func<ViewId, Operation, CancellationToken, ValueTask<object?>> find) => byKind.Add(kind, find);

    /// <summary>What has an id in what the asker sees; null when there is nothing, or the text is no id.</summary>
    public async ValueTask<object?> FindAsync(string id, Operation operation, CancellationToken cancellationToken)
    {
        // An id of a scenario is only known where the scenario is: in none that is asked here.
        if (!ViewId.TryParse(id, out var parts) || parts.Scenario is not null || !Keys.TryParse(parts.Key, out var kind, out _, out _)) return null;
        if (byKind.TryGetValue(kind, out var find)) return await find(parts, operation, cancellationToken);
        var view = operation.View.On(parts.Day);
        return (object?)NodeInView.Find(view, parts.Key) ?? RelationInView.Find(view, parts.Key);
    }
}
