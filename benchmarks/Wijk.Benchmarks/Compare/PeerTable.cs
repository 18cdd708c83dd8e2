using System.Globalization;
using System.Text.Json.Nodes;

namespace Wijk.Benchmarks.Compare;

/// <summary>What stands in lines of JSON, ours and a peer's in turn, as one row of a table in Markdown.</summary>
internal static class PeerTable
{
    private static readonly string[] Results = ["result", "pairs", "nnz", "reported_q", "count", "checksum", "value", "nc"];

    /// <summary>Prints a row: <c>peer-row OPERATION FILE</c>.</summary>
    public static int Row(string operation, string path)
    {
        var lines = File.ReadLines(path).Select(line => JsonNode.Parse(line)!).ToList();
        var (ours, theirs) = (lines.Where(line => (string?)line["peer"] == "wijk").ToList(), lines.Where(line => (string?)line["peer"] != "wijk").ToList());
        if (ours.Count == 0 || ours.Count != theirs.Count) throw new InvalidDataException($"{path} has {ours.Count} lines of ours and {theirs.Count} of a peer.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {operation} | {ours[0]["graph"]} | {Time(ours, "wall"):0.0} | {theirs[0]["peer"]} {Time(theirs, "wall"):0.0} | **{Ratio(ours, theirs, "wall"):0.00}** | {Ratio(ours, theirs, "cpu"):0.00} "
            + $"| {Memory(ours):0} ({Added(ours):0}) | {Memory(theirs):0} ({Added(theirs):0}) | {Result(ours[0])} | {Result(theirs[0])} |"));
        return 0;
    }

    /// <summary>Prints what stands above the rows: <c>peer-head</c>.</summary>
    public static int Head()
    {
        Console.WriteLine("| operation | graph | ours ms | peer ms | ratio | ratio of CPU time | our peak MB (above the graph) | peer's | our result | peer's |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|---|---|");
        return 0;
    }

    // Each process runs a few times; what is compared is its median.
    private static double Of(JsonNode line, string clock) => Median(line[clock]!.AsArray().Select(time => (double)time!));

    private static double Time(List<JsonNode> lines, string clock) => 1e3 * Median(lines.Select(line => Of(line, clock)));

    private static double Ratio(List<JsonNode> ours, List<JsonNode> theirs, string clock) => Median(ours.Zip(theirs, (own, other) => Of(own, clock) / Of(other, clock)));

    private static double Memory(List<JsonNode> lines) => Median(lines.Select(line => (double)line["rss_peak_mb"]!));

    private static double Added(List<JsonNode> lines) => Median(lines.Select(line => (double)line["rss_peak_mb"]! - (double)line["rss_loaded_mb"]!));

    private static string Result(JsonNode line) => Results.Select(name => line["extra"]?[name]?.ToJsonString()).FirstOrDefault(value => value is not null) ?? "";

    /// <summary>The middle value, or the mean of the two in the middle.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }
}
