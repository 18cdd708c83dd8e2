using System.Collections.Immutable;
using CsCheck;
using Wijk.Graph.Analysis.Paths;

namespace Wijk.Graph.Tests.Analysis.Paths;

public class RankedPathsTests
{
    [Fact]
    public void The_shortest_comes_first_and_a_tie_goes_to_the_lower_numbers()
    {
        // 0 reaches 5 over 1 or over 2, equally long, and over 3 and 4.
        var paths = Of(6, [5], (0, 2, 1), (2, 5, 1), (0, 1, 1), (1, 5, 1), (0, 3, 1), (3, 4, 1), (4, 5, 1)).From(0, 5);
        paths.Select(path => path.Length).Should().Equal(2, 2, 3);
        paths.Select(path => string.Join(' ', path.Nodes)).Should().Equal("0 1 5", "0 2 5", "0 3 4 5");
    }

    [Fact]
    public void A_path_stops_at_the_first_end_and_one_that_starts_there_is_there()
    {
        var paths = Of(3, [1, 2], (0, 1, 1), (1, 2, 1));
        paths.From(0, 3).Should().ContainSingle().Which.Nodes.Should().Equal(0, 1);
        paths.From(2, 3).Should().ContainSingle().Which.Should().Match<RankedPath>(path => path.Length == 0 && path.Nodes.Length == 1);
    }

    [Fact]
    public void Where_nothing_leads_there_is_no_path()
    {
        var paths = Of(4, [3], (0, 1, 1), (2, 3, 1));
        (paths.Leads(0), paths.Leads(2), paths.From(0, 3).Length, paths.From(2, 0).Length).Should().Be((false, true, 0, 0));
        Of(2, []).From(0, 3).Should().BeEmpty();
    }

    [Fact]
    public void The_paths_are_the_first_of_all_there_are() =>
        Gen.Select(Gen.Select(Gen.Int[0, 6], Gen.Int[0, 6], Gen.Int[1, 3]).Array[0, 14], Gen.Int[1, 6].Array[0, 3], Gen.Int[0, 8]).Sample((edges, ends, count) =>
        {
            var all = Walk([0], 0).OrderBy(path => path.Length).ThenBy(path => string.Join(' ', path.Nodes), StringComparer.Ordinal).ToArray();
            var paths = Of(7, ends, [.. edges.Select(edge => (edge.Item1, edge.Item2, edge.Item3 / 2.0))]);
            var found = paths.From(0, count);
            found.Select(Said).Should().Equal(all.Take(count).Select(Said));
            paths.Leads(0).Should().Be(all.Length > 0);

            IEnumerable<RankedPath> Walk(ImmutableArray<int> nodes, double length)
            {
                if (ends.Contains(nodes[^1])) return [new(nodes, length)];
                return edges.SelectMany(edge => new[] { (From: edge.Item1, To: edge.Item2, edge.Item3), (From: edge.Item2, To: edge.Item1, edge.Item3) })
                    .Where(edge => edge.From == nodes[^1] && !nodes.Contains(edge.To))
                    .GroupBy(edge => edge.To, edge => edge.Item3 / 2.0)
                    .SelectMany(step => Walk(nodes.Add(step.Key), length + step.Min()));
            }
        });

    private static string Said(RankedPath path) => $"{path.Length}: {string.Join(' ', path.Nodes)}";

    private static RankedPaths Of(int nodeCount, int[] ends, params (int A, int B, double Length)[] edges) => new(
        Enumerable.Range(0, nodeCount).ToArray(),
        node => edges.SelectMany(edge => new[] { (edge.A, edge.B, edge.Length), (edge.B, edge.A, edge.Length) })
            .Where(edge => edge.Item1 == node && edge.Item2 != node).Select(edge => new PathStep(edge.Item2, edge.Item3)),
        ends.ToHashSet());
}
