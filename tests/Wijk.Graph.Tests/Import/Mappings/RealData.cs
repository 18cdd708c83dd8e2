using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Model;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Import.Mappings;

internal static class RealData
{
    public static MappedRecords Run(string mapping, string folder, string? ns = null) =>
        MappingRunner.Run(MappingLibrary.Find(mapping), [SharedData.Path(folder)], ns, DateTimeOffset.UnixEpoch, null, default);

    public static IEnumerable<Node> NodesOf(this MappedRecords records, NodeKind kind) =>
        records.Nodes.Select(node => node.Record).Where(node => node.Kind == kind);

    public static IEnumerable<Relation> RelationsOf(this MappedRecords records, RelationKind kind) =>
        records.Relations.Select(relation => relation.Record).Where(relation => relation.Kind == kind);

    public static Node Node(this MappedRecords records, string key) => records.Nodes.Single(node => node.Record.Key == key).Record;
}
