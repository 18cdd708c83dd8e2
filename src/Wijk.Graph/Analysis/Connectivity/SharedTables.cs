using Wijk.Graph.Networks;

namespace Wijk.Graph.Analysis.Connectivity;

/// <summary>How a network of who sit at a table together holds together, and how much of that hangs on large tables.</summary>
/// <remarks>
/// Two are joined when they share a table, or through others who do. A table of k makes all its k(k − 1)/2 pairs at once: with tables large enough everybody is
/// connected, and that says little. Two-mode data: Borgatti and Everett (1997), doi:10.1016/S0378-8733(96)00301-2. O(actors + seats).
/// </remarks>
/// <param name="All">With every table.</param>
/// <param name="WithoutLarge">Without the large ones.</param>
/// <param name="LargeCount">How many tables have more than the most.</param>
/// <param name="TableCount">Tables with two or more.</param>
public sealed record SharedTables(TableConnections All, TableConnections WithoutLarge, int LargeCount, int TableCount)
{
    /// <summary>More than this many at one table is a large one.</summary>
    public const int LargeFrom = 20;

    /// <summary>Reads it from who sits where.</summary>
    /// <param name="seats">A row for each table with those at it as columns.</param>
    /// <param name="most">A table with more than this is large, 1 or more.</param>
    public static SharedTables Of(Incidence seats, int most = LargeFrom)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(most, 1);
        var degrees = Enumerable.Range(0, seats.RowCount).Select(seats.Degree).Where(degree => degree > 1).ToArray();
        return new(Connect(seats, int.MaxValue), Connect(seats, most), degrees.Count(degree => degree > most), degrees.Length);
    }

    // A table is a node beside those at it; parts are counted by the actors in them.
    private static TableConnections Connect(Incidence seats, int most)
    {
        var edges = new List<Edge>();
        for (var table = 0; table < seats.RowCount; table++)
        {
            if (seats.Degree(table) > most) continue;
            foreach (var actor in seats.Row(table)) edges.Add(new(actor, seats.ColumnCount + table));
        }

        var components = Components.Of(Network.Of(seats.ColumnCount + seats.RowCount, [.. edges]));
        var sizes = new int[components.Count];
        for (var actor = 0; actor < seats.ColumnCount; actor++) sizes[components.ComponentOf[actor]]++;
        int[] parts = [.. sizes.Where(size => size > 0).OrderDescending()];
        return new(parts.Length, parts.FirstOrDefault(), parts.Sum(size => (long)size * (size - 1) / 2), Fragmentation.Of(parts));
    }
}

/// <summary>How those at some tables are connected.</summary>
/// <param name="PartCount">Parts that share nobody and no table.</param>
/// <param name="LargestSize">How many are in the largest.</param>
/// <param name="ConnectedPairCount">Pairs with a path between them.</param>
/// <param name="Fragmentation">Share of pairs without one, 0 to 1; null below two actors.</param>
public sealed record TableConnections(int PartCount, int LargestSize, long ConnectedPairCount, double? Fragmentation);
