using Wijk.Graph.Model;

namespace Wijk.Graph.Generate;

/// <summary>Gathers the records of a city.</summary>
internal sealed class CityRecords(int nodeCount, int relationCount)
{
    private static readonly DateTimeOffset RecordedAt = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public List<Node> Nodes { get; } = new(nodeCount);

    public List<Relation> Relations { get; } = new(relationCount);

    /// <summary>How many relations the city must still get.</summary>
    public int RelationsLeft => relationCount - Relations.Count;

    /// <summary>Adds a node whose id is a number, and gives its key.</summary>
    public string Add(NodeKind kind, int number, AttributeSet attributes, PartialDate? from = null, PartialDate? to = null)
    {
        var key = Keys.Of(kind, SyntheticCity.Namespace, CityNames.Numbered("nr", number + 1));
        Add(kind, key, attributes, from, to);
        return key;
    }

    public void Add(NodeKind kind, string key, AttributeSet attributes, PartialDate? from, PartialDate? to) => Nodes.Add(new(key, kind)
    {
        Attributes = attributes,
        ValidFrom = from,
        ValidTo = to,
        Source = SyntheticCity.Namespace,
        RecordedAt = RecordedAt,
    });

    public void Relate(RelationKind kind, string from, string to, AttributeSet? attributes = null) => Relations.Add(new(kind, from, to)
    {
        Attributes = attributes ?? AttributeSet.Empty,
        Source = SyntheticCity.Namespace,
        RecordedAt = RecordedAt,
    });
}
