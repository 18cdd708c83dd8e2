namespace Wijk.Graph.Analysis.Clusters;

/// <summary>How far two divisions of the same things agree.</summary>
public static class Agreement
{
    /// <summary>Normalized mutual information: the information they share, as a share of the mean of what each holds.</summary>
    /// <remarks>2 I(A; B) / (H(A) + H(B)). Source: Danon, Díaz-Guilera, Duch and Arenas (2005), doi:10.1088/1742-5468/2005/09/P09008.</remarks>
    /// <param name="a">The class of each thing.</param>
    /// <param name="b">The other.</param>
    /// <returns>0 (nothing) to 1 (the same); 1 when both have one class, or there is nothing.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Normalized(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var table = new Table(a, b);
        var mean = (table.EntropyOfA + table.EntropyOfB) / 2;
        return mean == 0 ? 1 : Math.Clamp(table.Shared / mean, 0, 1);
    }

    /// <summary>Adjusted mutual information: the same beyond what two divisions with these sizes share by chance.</summary>
    /// <remarks>(I − E[I]) / ((H(A) + H(B))/2 − E[I]). Source: Vinh, Epps and Bailey (2010), jmlr.org/papers/v11/vinh10a.html. O(classes of A × classes of B × their sizes).</remarks>
    /// <param name="a">The class of each thing.</param>
    /// <param name="b">The other.</param>
    /// <returns>At most 1; about 0 for chance; 1 when both have one class, or there is nothing.</returns>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static double Adjusted(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var table = new Table(a, b);
        var (mean, expected) = ((table.EntropyOfA + table.EntropyOfB) / 2, table.SharedByChance());
        return mean - expected == 0 ? 1 : (table.Shared - expected) / (mean - expected);
    }

    private sealed class Table
    {
        private readonly int count;
        private readonly int[] sizesOfA;
        private readonly int[] sizesOfB;

        public Table(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
        {
            if (a.Length != b.Length) throw new ArgumentException($"{b.Length} classes beside {a.Length}; give one for each thing.", nameof(b));
            count = a.Length;
            var both = new long[count];
            for (var i = 0; i < count; i++) both[i] = ((long)a[i] << 32) | (uint)b[i];
            (sizesOfA, sizesOfB) = (SizesOf(a.ToArray()), SizesOf(b.ToArray()));
            (EntropyOfA, EntropyOfB) = (Entropy(sizesOfA), Entropy(sizesOfB));
            Shared = EntropyOfA + EntropyOfB - Entropy(SizesOf(both));
        }

        public double EntropyOfA { get; }

        public double EntropyOfB { get; }

        public double Shared { get; }

        // The mean over all ways to deal the things, the sizes kept: each overlap is hypergeometric.
        public double SharedByChance()
        {
            var logs = new double[count + 1];
            for (var i = 2; i <= count; i++) logs[i] = logs[i - 1] + Math.Log(i);
            var sum = 0.0;
            foreach (var x in sizesOfA)
            {
                foreach (var y in sizesOfB)
                {
                    for (var both = Math.Max(1, x + y - count); both <= Math.Min(x, y); both++)
                    {
                        var log = logs[x] + logs[y] + logs[count - x] + logs[count - y]
                            - logs[count] - logs[both] - logs[x - both] - logs[y - both] - logs[count - x - y + both];
                        sum += both / (double)count * Math.Log((double)count * both / ((double)x * y)) * Math.Exp(log);
                    }
                }
            }

            return sum;
        }

        // How many there are of each, in ascending order.
        private static int[] SizesOf<T>(T[] classes)
            where T : IComparable<T>
        {
            var sizes = new List<int>();
            Array.Sort(classes);
            for (var i = 0; i < classes.Length; i++)
            {
                if (i == 0 || classes[i].CompareTo(classes[i - 1]) != 0) sizes.Add(0);
                sizes[^1]++;
            }

            return [.. sizes];
        }

        private double Entropy(IEnumerable<int> sizes) => -sizes.Sum(size => size / (double)count * Math.Log(size / (double)count));
    }
}
