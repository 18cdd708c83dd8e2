using System.Collections.Immutable;
using Wijk.Graph.Model;
using Wijk.Graph.Snapshots;

namespace Wijk.Graph.Views;

/// <summary>What holds on one day.</summary>
/// <param name="Graph">The records that hold on the day; what named an area that had ended names what replaced it.</param>
/// <param name="EndedAreas">Those areas, in key order.</param>
internal sealed record GraphOnDay(GraphSnapshot Graph, ImmutableArray<EndedArea> EndedAreas)
{
    /// <summary>What holds on a day. A record without dates always holds.</summary>
    public static GraphOnDay On(GraphSnapshot history, DateOnly day)
    {
        var ended = AreaSuccession.NamedAndEnded(history, day);
        var replacements = ended.Where(area => area.Replacement is not null)
            .ToDictionary(area => history.Node(area.Area).Key, area => area.Replacement!.Value, StringComparer.Ordinal);
        var led = replacements.Count == 0 ? history : history.Filtered(record => LedOn(record, history, replacements));
        return new(led.Filtered(record => record.Period.Contains(day) ? record : null), ended);
    }

    private static GraphRecord? LedOn(GraphRecord record, GraphSnapshot history, Dictionary<string, int> replacements)
    {
        if (record is not Relation { Kind: RelationKind.In } relation || !replacements.TryGetValue(relation.To, out var replacement)) return record;
        var namesBoth = history.Outgoing(RelationKind.In).Neighbors(history.Find(relation.From)!.Value).Contains(replacement);
        return namesBoth ? null : relation.Between(relation.From, history.Node(replacement).Key);
    }
}
