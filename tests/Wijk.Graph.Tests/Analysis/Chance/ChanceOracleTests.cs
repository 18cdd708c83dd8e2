using System.Text.Json;
using Wijk.Graph.Analysis;
using Wijk.Graph.Analysis.Chance;
using Wijk.Testing;

namespace Wijk.Graph.Tests.Analysis.Chance;

/// <summary>Values that a program without Wijk computed: Expected/chance.py.</summary>
public class ChanceOracleTests
{
    private static readonly JsonElement Expected = JsonDocument.Parse(
        File.ReadAllText(Path.Combine(SharedData.Root, "tests/Wijk.Graph.Tests/Analysis/Chance/Expected/chance.json"))).RootElement;

    [Fact]
    public void Maximum_entropy_is_that_of_a_solver_by_Newton()
    {
        foreach (var model in Expected.GetProperty("bicm").EnumerateArray())
        {
            var (rows, columns) = (Numbers(model.GetProperty("rows")), Numbers(model.GetProperty("columns")));
            var solved = MaximumEntropy.Of(rows, columns);
            foreach (var (row, chances) in model.GetProperty("chances").EnumerateArray().Index())
            {
                foreach (var (column, chance) in chances.EnumerateArray().Index()) solved.Of(rows[row], columns[column]).Should().BeApproximately(chance.GetDouble(), 1e-7);
            }
        }
    }

    [Fact]
    public void The_tail_of_independent_events_is_that_of_their_convolution()
    {
        foreach (var tail in Expected.GetProperty("poissonBinomial").EnumerateArray())
        {
            double[] chances = [.. tail.GetProperty("chances").EnumerateArray().Select(chance => chance.GetDouble())];
            PoissonBinomial.AtLeast(chances, tail.GetProperty("count").GetInt32()).Should().BeApproximately(tail.GetProperty("p").GetDouble(), 1e-12);
        }
    }

    [Fact]
    public void Corrections_over_a_family_are_those_of_their_definitions()
    {
        var correction = Expected.GetProperty("correction");
        double[] Of(string name) => [.. correction.GetProperty(name).EnumerateArray().Select(value => value.GetDouble())];
        var q = BenjaminiHochberg.Adjust(Of("p"), 100);
        foreach (var (value, expected) in q.Zip(Of("bh"))) value.Should().BeApproximately(expected, 1e-12);
        foreach (var (value, expected) in BenjaminiHochberg.UnderDependence(q, 100).Zip(Of("by"))) value.Should().BeApproximately(expected, 1e-12);
    }

    [Fact]
    public void Sampled_chances_are_those_of_all_tables_written_out()
    {
        foreach (var pair in Expected.GetProperty("pairs").EnumerateArray())
        {
            var (cells, shared) = (CellsOf(pair.GetProperty("strata")), pair.GetProperty("shared").GetInt32());
            var (deal, random, hits) = (new AreaDeal(cells), 0, 0);
            const int samples = 20_000;
            for (; random < samples; random++)
            {
                deal.Sample(deal, [.. Enumerable.Range(0, cells.StratumCount)], SeededRandom.Sequence(1, random));
                if (cells.CommonRows(0, 1).Sum(rows => cells.Shared(deal.Bits, rows.Row, rows.Other)) >= shared) hits++;
            }

            var p = pair.GetProperty("p").GetDouble();
            (hits / (double)samples).Should().BeApproximately(p, 5 * Math.Sqrt(p * (1 - p) / samples));
        }
    }

    [Fact]
    public void Where_rows_are_alike_nesting_is_hypergeometric()
    {
        foreach (var one in Expected.GetProperty("nested").EnumerateArray())
        {
            // Cells that hardly differ in how many rows they have give what cells that do not differ give.
            var (cells, fewer, more) = (one.GetProperty("cells").GetInt32(), one.GetProperty("fewer").GetInt32(), one.GetProperty("more").GetInt32());
            var degrees = Enumerable.Repeat(1_000, cells).ToArray();
            Math.Exp(NestingChance.Of(4_000, degrees, more).LogOf(fewer, more)).Should().BeApproximately(one.GetProperty("p").GetDouble(), 1e-3);
        }
    }

    private static int[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetInt32())];

    // Any table with the margins will do to start from: fill row after row with the cells that still need most.
    private static StratifiedCells CellsOf(JsonElement strata) => StratifiedCells.Of(10, strata.EnumerateArray().Index().SelectMany(stratum =>
    {
        var (left, table) = (Numbers(stratum.Item.GetProperty("columns")), new List<(int, int, int)>());
        foreach (var (row, count) in Numbers(stratum.Item.GetProperty("rows")).Index())
        {
            foreach (var column in left.Index().OrderByDescending(column => column.Item).Take(count).Select(column => column.Index).ToArray())
            {
                table.Add((row, stratum.Index, column));
                left[column]--;
            }
        }

        left.Should().OnlyContain(count => count == 0);
        return table;
    }));
}
