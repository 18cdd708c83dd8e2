using System.Diagnostics;
using System.Globalization;

namespace Wijk.Benchmarks.Answers;

/// <summary>What the first page of each answer takes of a whole server, by the size of a generated city: a table in Markdown.</summary>
/// <remarks>
/// Cold is the first request of any kind to a server that was just started, so that everything is compiled, read and computed in it; warm is the median of
/// twenty more. Microseconds a node are of CPU time. Memory is the most that the process held meanwhile beside what it held before.
/// </remarks>
internal static class FirstPages
{
    private const string Cells = """
        reason { nl en } nextStep { nl en } coverage { what { nl en } known total } cellCount overlappingCount pairCount
        cells(first: 20) { totalCount edges { node {
          key reason { nl en } nextStep { nl en } group { key name } activity { key name } area { key name } standing size severity effectiveDomainCount agencyCount
          agencies(first: 20) { edges { node { agency { key name } domains { name } works { measure { key name } funders { name } periods { first last } } } } }
          coordination { coordinated notCoordinated unknown share } granted { currency amount }
        } } }
        """;

    private const string Funding = """
        splinteredFunding { reason { nl en } nextStep { nl en } coverage { what { nl en } known total } figures { potCount applicationCount effectivePots }
          projects(first: 20) { totalCount edges { node { title reason { nl en } nextStep { nl en } pots(first: 20) { edges { node { funder { name } amount } } } } } }
          runners(first: 20) { totalCount edges { node { runner { key } reason { nl en } figures { potCount effectivePots } } } }
          areas(first: 20) { totalCount edges { node { area { name } figures { potCount } } } }
        }
        """;

    private static readonly (string Name, string Query)[] Questions =
    [
        ("overlap, group", $"{{ overlap(lens: GROUP) {{ {Cells} }} }}"),
        ("overlap, activity", $"{{ overlap(lens: ACTIVITY) {{ {Cells} }} }}"),
        ("overlap, both", $"{{ overlap(lens: BOTH) {{ {Cells} }} }}"),
        ("funding", $"{{ {Funding} }}"),
    ];

    /// <summary>Makes the cities in a folder, where they are not there yet, and asks them: <c>answers WIJK FOLDER NODES …</c>.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var program, var folder, .. { Length: > 0 } sizes])
        {
            Console.Error.WriteLine("answers WIJK.DLL FOLDER NODES ...");
            return 64;
        }

        Console.WriteLine("| nodes | answer | cold s | CPU s | us a node | warm ms | snapshot MB | above it MB |");
        Console.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (var size in sizes)
        {
            var city = Path.Combine(folder, $"city-{size}");
            if (!Directory.Exists(city)) await WijkServer.GenerateAsync(program, city, size);
            foreach (var (name, query) in Questions)
            {
                await using var server = await WijkServer.StartAsync(program, city);
                var before = server.ResetPeak();
                var busy = server.CpuTime;
                var cold = await TimeAsync(server, query);
                busy = server.CpuTime - busy;
                var above = server.Peak - before;
                var warm = new List<double>();
                for (var time = 0; time < 20; time++) warm.Add(await TimeAsync(server, query));
                warm.Sort();
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"| {size} | {name} | {cold:0.00} | {busy.TotalSeconds:0.00} | {busy.TotalMicroseconds / double.Parse(size, CultureInfo.InvariantCulture):0.0} | {warm[10] * 1e3:0.0} | {before >> 20} | {Math.Max(0, above) >> 20} |"));
            }
        }

        return 0;
    }

    private static async Task<double> TimeAsync(WijkServer server, string query)
    {
        var started = Stopwatch.GetTimestamp();
        await server.AskAsync(query);
        return Stopwatch.GetElapsedTime(started).TotalSeconds;
    }
}
