using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;

namespace Wijk.Benchmarks.Answers;

/// <summary>A server of its own, that is ready when it is there and ends when it is disposed of.</summary>
internal sealed class WijkServer : IAsyncDisposable
{
    private readonly Process process;
    private readonly HttpClient client;

    private WijkServer(Process process, HttpClient client) => (this.process, this.client) = (process, client);

    /// <summary>The most memory that it held at once since <see cref="ResetPeak"/>, in bytes.</summary>
    public long Peak => Status("VmHWM");

    /// <summary>The CPU time that it took so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    /// <summary>Makes a city in a folder that is not there.</summary>
    public static async Task GenerateAsync(string program, string folder, string nodeCount)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, "generate", "--nodes", nodeCount, "--seed", "1", "--data", folder, "-l", "En"])
        {
            RedirectStandardOutput = true,
        })!;
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'generate --nodes {nodeCount}' ended with {process.ExitCode}.");
    }

    /// <summary>Starts a server of a folder and waits until it has read it.</summary>
    public static async Task<WijkServer> StartAsync(string program, string folder)
    {
        var address = $"http://127.0.0.1:{FreePort()}";
        var process = Process.Start(new ProcessStartInfo("dotnet", [program, "run", "--data", folder, "--urls", address]) { RedirectStandardOutput = true })!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        var client = new HttpClient { BaseAddress = new Uri(address), Timeout = TimeSpan.FromMinutes(10) };
        while (!await IsReadyAsync(client))
        {
            if (process.HasExited) throw new InvalidOperationException($"The server of {folder} ended with {process.ExitCode}.");
            await Task.Delay(100);
        }

        return new(process, client);
    }

    /// <summary>Forgets the peak; says what is held now, in bytes.</summary>
    public long ResetPeak()
    {
        File.WriteAllText($"/proc/{process.Id}/clear_refs", "5");
        return Status("VmRSS");
    }

    /// <summary>Asks a query and reads the whole answer.</summary>
    /// <exception cref="InvalidOperationException">The answer has an error.</exception>
    public async Task AskAsync(string query)
    {
        using var response = await client.PostAsJsonAsync("/graphql", new { query });
        var answer = await response.Content.ReadAsStringAsync();
        if (answer.Contains("\"errors\":[{", StringComparison.Ordinal)) throw new InvalidOperationException(JsonNode.Parse(answer)!["errors"]!.ToJsonString());
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
        client.Dispose();
    }

    private static async Task<bool> IsReadyAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/health/ready");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private long Status(string field) => 1024 * long.Parse(
        File.ReadLines($"/proc/{process.Id}/status").First(line => line.StartsWith(field, StringComparison.Ordinal)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[1],
        CultureInfo.InvariantCulture);
}
