using Wijk.Graph.Analysis;

namespace Wijk.Benchmarks.Calibration;

/// <summary>How the agencies of a made-up city choose whom they work for.</summary>
public enum CityKind
{
    /// <summary>600 agencies with one cell each: nothing can be said of any pair.</summary>
    OneCell,

    /// <summary>A few agencies, areas and groups have most of the cells.</summary>
    UnevenMargins,

    /// <summary>Each agency has several cells, all in one area.</summary>
    HomeDistrict,

    /// <summary>Each agency has its own group, and serves it wherever it works.</summary>
    OneSpecialism,
}

/// <summary>A city in which agencies choose their groups without looking at each other, save for pairs that are planted.</summary>
/// <remarks>
/// Drawn independently of the tests that are tried on it: every agency draws groups by their popularity in the area, and draws again when it drew
/// one twice. Nobody trades with anybody.
/// </remarks>
/// <param name="Work">Which agency works in which area for which group, each once.</param>
/// <param name="Planted">Pairs of agencies that have the same groups in the same areas; the lower first.</param>
public sealed record ChanceCity((int Agency, int Area, int Group)[] Work, (int A, int B)[] Planted)
{
    private const int AreaCount = 20, GroupCount = 15;

    /// <summary>A city without ties.</summary>
    public static ChanceCity Of(CityKind kind, int seed)
    {
        var draw = new Draw(seed);
        var agencyCount = kind switch { CityKind.OneCell => 600, CityKind.UnevenMargins => 100, CityKind.HomeDistrict => 200, _ => 60 };
        return new([.. draw.Agencies(kind, agencyCount)], []);
    }

    /// <summary>A city with uneven margins and five pairs that work in the same areas for the same two groups.</summary>
    public static ChanceCity WithPlanted(int areaCount, int seed)
    {
        const int agencyCount = 70, pairCount = 5, cellCount = 2;
        var draw = new Draw(seed);
        List<(int Agency, int Area, int Group)> work = [.. draw.Agencies(CityKind.UnevenMargins, agencyCount)];
        var planted = new (int A, int B)[pairCount];
        var next = work.Max(cell => cell.Agency) + 1;
        for (var pair = 0; pair < pairCount; pair++)
        {
            planted[pair] = (next++, next++);
            foreach (var area in draw.Areas(areaCount))
            {
                foreach (var group in draw.Groups(area, cellCount, specialism: -1))
                    work.AddRange([(planted[pair].A, area, group), (planted[pair].B, area, group)]);
            }
        }

        return new([.. work], planted);
    }

    private sealed class Draw
    {
        private readonly double[][] popularity = new double[AreaCount][];
        private SeededRandom random;

        public Draw(int seed)
        {
            random = new(seed);
            for (var area = 0; area < AreaCount; area++)
            {
                // What is popular everywhere, times what is popular here.
                popularity[area] = [.. Enumerable.Range(0, GroupCount).Select(group => (0.3 + random.NextDouble()) / (1 + (group / 4)))];
            }
        }

        public IEnumerable<(int Agency, int Area, int Group)> Agencies(CityKind kind, int agencyCount)
        {
            for (var agency = 0; agency < agencyCount; agency++)
            {
                var specialism = kind == CityKind.OneSpecialism ? random.Next(GroupCount) : -1;
                var areaCount = kind switch { CityKind.UnevenMargins => Skewed(8), CityKind.OneSpecialism => 3 + random.Next(6), _ => 1 };
                foreach (var area in kind == CityKind.UnevenMargins ? CrowdedAreas(areaCount) : Areas(areaCount))
                {
                    var cellCount = kind switch
                    {
                        CityKind.OneCell => 1,
                        CityKind.UnevenMargins => Skewed(6),
                        CityKind.HomeDistrict => 2 + random.Next(5),
                        _ => 1 + random.Next(2),
                    };
                    foreach (var group in Groups(area, cellCount, specialism)) yield return (agency, area, group);
                }
            }
        }

        /// <summary>Different areas, all equally likely.</summary>
        public HashSet<int> Areas(int count)
        {
            var areas = new HashSet<int>();
            while (areas.Count < count) areas.Add(random.Next(AreaCount));
            return areas;
        }

        /// <summary>Different groups, by their popularity here; one's own specialism is thirty times as likely.</summary>
        public HashSet<int> Groups(int area, int count, int specialism)
        {
            double[] weights = [.. popularity[area].Select((weight, group) => group == specialism ? 30 * weight : weight)];
            var groups = new HashSet<int>();
            while (groups.Count < count)
            {
                // Beginning anew when a group comes twice makes the chance of a set the product of its weights.
                if (!groups.Add(One(weights))) groups.Clear();
            }

            return groups;
        }

        private HashSet<int> CrowdedAreas(int count)
        {
            var areas = new HashSet<int>();
            while (areas.Count < count) areas.Add(Skewed(AreaCount) - 1);
            return areas;
        }

        // 1 to most, a number k with a chance in proportion to 1 / k.
        private int Skewed(int most) => 1 + One([.. Enumerable.Range(1, most).Select(number => 1.0 / number)]);

        private int One(double[] weights)
        {
            var left = random.NextDouble() * weights.Sum();
            for (var i = 0; i < weights.Length - 1; i++)
            {
                left -= weights[i];
                if (left < 0) return i;
            }

            return weights.Length - 1;
        }
    }
}
