using Wijk.Graph.Model;

namespace Wijk.Graph.Tests.Views;

/// <summary>Hides some records, takes attributes off others, and gives professionals another key; by seed and key, so always the same.</summary>
internal sealed class RandomEyes(int seed)
{
    public GraphRecord? Sees(GraphRecord record) => Draw(record.Key) switch
    {
        < 12 => null,
        < 30 when record is Node { Kind: NodeKind.Professional } person => Redacted(person),
        < 20 when record is Node node => node with { Attributes = node.Attributes.With("description", null), Inference = null },
        _ => record,
    };

    private Node Redacted(Node person) => new(Keys.Of(NodeKind.Professional, "hidden", $"{Draw(person.Key + "!")}-{Draw(person.Key + "?")}-{person.Key.Length}-{Math.Abs(Hash(person.Key))}"), NodeKind.Professional)
    {
        Attributes = AttributeSet.Of(("role", person.Attributes.Text("role"))),
        Source = person.Source,
        RecordedAt = person.RecordedAt,
        ValidFrom = person.ValidFrom,
        ValidTo = person.ValidTo,
    };

    private int Draw(string key) => (int)((uint)Hash(key) % 100);

    // FNV-1a: string.GetHashCode differs from run to run.
    private int Hash(string key) => key.Aggregate((uint)(2166136261 ^ (seed * 16777619)), (hash, letter) => (hash ^ letter) * 16777619, hash => (int)hash);
}
