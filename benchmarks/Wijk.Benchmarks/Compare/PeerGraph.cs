using System.Runtime.InteropServices;
using Wijk.Graph.Networks;

namespace Wijk.Benchmarks.Compare;

/// <summary>The graphs that other programs are measured on, as their files have them.</summary>
internal static class PeerGraph
{
    /// <summary>A network: <c>WGR1</c>, then int32 nodes, int64 edges, the int32 ends and the float32 weights of all edges.</summary>
    public static Network Network(string path)
    {
        using var file = Open(path, "WGR1"u8);
        var (nodeCount, edgeCount) = (file.ReadInt32(), checked((int)file.ReadInt64()));
        var (from, to, weights) = (Array<int>(file, edgeCount), Array<int>(file, edgeCount), Array<float>(file, edgeCount));
        var edges = new Edge[edgeCount];
        for (var edge = 0; edge < edgeCount; edge++) edges[edge] = new(from[edge], to[edge], weights[edge]);
        return Graph.Networks.Network.Of(nodeCount, edges);
    }

    /// <summary>Measures by cells: <c>WBP1</c>, then int32 measures, int32 cells, int64 pairs, where each measure starts (int64), its cells (int32); weights are left out.</summary>
    public static Incidence Incidence(string path)
    {
        using var file = Open(path, "WBP1"u8);
        var (measureCount, cellCount, pairCount) = (file.ReadInt32(), file.ReadInt32(), checked((int)file.ReadInt64()));
        var (starts, cells) = (Array<long>(file, measureCount + 1), Array<int>(file, pairCount));
        var pairs = new (int, int)[pairCount];
        for (var measure = 0; measure < measureCount; measure++)
        {
            for (var pair = starts[measure]; pair < starts[measure + 1]; pair++) pairs[pair] = (measure, cells[pair]);
        }

        return Graph.Networks.Incidence.Of(measureCount, cellCount, pairs);
    }

    private static BinaryReader Open(string path, ReadOnlySpan<byte> form)
    {
        var file = new BinaryReader(File.OpenRead(path));
        return file.ReadBytes(form.Length).AsSpan().SequenceEqual(form) ? file : throw new InvalidDataException($"{path} does not begin with {System.Text.Encoding.ASCII.GetString(form)}.");
    }

    private static T[] Array<T>(BinaryReader file, int length)
        where T : struct
    {
        var values = new T[length];
        file.BaseStream.ReadExactly(MemoryMarshal.AsBytes(values.AsSpan()));
        return values;
    }
}
