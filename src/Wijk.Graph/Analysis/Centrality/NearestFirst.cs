namespace Wijk.Graph.Analysis.Centrality;

/// <summary>Nodes that wait with a distance, of which the nearest is taken first: a heap of which each place has four below it, with where each node is in it.</summary>
/// <param name="nodeCount">How many nodes there are.</param>
internal sealed class NearestFirst(int nodeCount)
{
    private const int Below = 4;

    private readonly (double Distance, int Node)[] heap = new (double, int)[nodeCount];

    // The place of a node, counted from 1; 0 when it does not wait.
    private readonly int[] places = new int[nodeCount];
    private int count;

    /// <summary>Lets a node wait, or brings one that waits nearer.</summary>
    /// <param name="node">The node.</param>
    /// <param name="distance">Its distance; less than before when it waits.</param>
    public void Put(int node, double distance)
    {
        var (heap, places) = (this.heap, this.places);
        var place = places[node] == 0 ? count++ : places[node] - 1;
        while (place > 0)
        {
            var above = (place - 1) / Below;
            if (heap[above].Distance <= distance) break;
            heap[place] = heap[above];
            places[heap[place].Node] = place + 1;
            place = above;
        }

        (heap[place], places[node]) = ((distance, node), place + 1);
    }

    /// <summary>Takes the nearest; of several as near any, the same each time.</summary>
    /// <returns>Whether one waited.</returns>
    public bool TryTake(out int node)
    {
        if (count == 0)
        {
            node = -1;
            return false;
        }

        (node, var last) = (heap[0].Node, heap[--count]);
        places[node] = 0;
        if (count > 0) Sink(last);
        return true;
    }

    private void Sink((double Distance, int Node) last)
    {
        var (heap, places, count, place) = (this.heap, this.places, this.count, 0);
        for (var first = 1; first < count; first = (place * Below) + 1)
        {
            var nearest = first;
            for (var other = first + 1; other < Math.Min(first + Below, count); other++)
            {
                if (heap[other].Distance < heap[nearest].Distance) nearest = other;
            }

            if (heap[nearest].Distance >= last.Distance) break;
            heap[place] = heap[nearest];
            places[heap[place].Node] = place + 1;
            place = nearest;
        }

        (heap[place], places[last.Node]) = (last, place + 1);
    }
}
