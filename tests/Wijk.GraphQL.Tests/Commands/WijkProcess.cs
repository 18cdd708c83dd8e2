using System.Collections.Concurrent;
using System.Diagnostics;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>What a command printed and how it ended.</summary>
/// <param name="ExitCode">0 when it did what was asked.</param>
/// <param name="Output">What it printed for the reader.</param>
/// <param name="Errors">What it printed on the error stream: progress and refusals.</param>
public sealed record Ended(int ExitCode, string Output, string Errors)
{
    /// <summary>The sentence of a refusal; fails when there is more than that, or another exit code than 1.</summary>
    public string Refusal()
    {
        ExitCode.Should().Be(1, Output + Errors);
        (Output + Errors).Should().NotContain("   at ", "a reader sees no stack trace").And.NotContain("Exception");
        return Errors.Trim().Split('\n').Should().ContainSingle(because: Errors).Which;
    }

    /// <summary>Its output; fails when it did not end well.</summary>
    public string Well()
    {
        ExitCode.Should().Be(0, Output + Errors);
        return Output;
    }
}

/// <summary>The built program, as a process of its own.</summary>
public sealed class WijkProcess : IAsyncDisposable
{
    // Only so that a process that hangs ends the test; a machine that does much else takes its time.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(4);

    private readonly ConcurrentQueue<string> output = new();
    private readonly ConcurrentQueue<string> errors = new();
    private readonly Process process;
    private bool isDisposed;

    private WijkProcess(string[] arguments, IEnumerable<(string Name, string Value)> environment)
    {
        var dotnet = Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet";
        // Whoever started the tests in the background may ignore INT, and their child would too.
        var start = OperatingSystem.IsLinux()
            ? new ProcessStartInfo("env", ["--default-signal=INT", dotnet, Program, .. arguments])
            : new ProcessStartInfo(dotnet, [Program, .. arguments]);
        (start.RedirectStandardOutput, start.RedirectStandardError) = (true, true);
        (start.StandardOutputEncoding, start.StandardErrorEncoding) = (System.Text.Encoding.UTF8, System.Text.Encoding.UTF8);
        start.WorkingDirectory = Path.GetTempPath();
        foreach (var name in (string[])["ASPNETCORE_URLS", "ASPNETCORE_ENVIRONMENT", "ASPNETCORE_HTTP_PORTS", "DOTNET_URLS", "DOTNET_ENVIRONMENT"])
            start.Environment.Remove(name);
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("WIJK_", StringComparison.Ordinal)).ToArray()) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(errors, line.Data);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The program: it stands beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "wijk.dll");

    /// <summary>What it printed so far.</summary>
    public string Output => string.Join('\n', output);

    /// <summary>What it printed on the error stream so far.</summary>
    public string Errors => string.Join('\n', errors);

    /// <summary>Whether it is still running.</summary>
    public bool IsRunning => !process.HasExited;

    /// <summary>How much memory of the machine it holds, in bytes.</summary>
    public long WorkingSet
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    /// <summary>Starts it.</summary>
    public static WijkProcess Start(params string[] arguments) => new(arguments, []);

    /// <summary>Starts it with environment variables.</summary>
    public static WijkProcess StartWith((string Name, string Value)[] environment, params string[] arguments) => new(arguments, environment);

    /// <summary>Runs a command to its end with environment variables.</summary>
    public static async Task<Ended> RunWithAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        await using var wijk = StartWith(environment, arguments);
        return await wijk.EndAsync();
    }

    /// <summary>Waits until it ends.</summary>
    public async Task<Ended> EndAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        await process.WaitForExitAsync(patience.Token);
        return new(process.ExitCode, Output, Errors);
    }

    /// <summary>Ends it at once, as a power cut would.</summary>
    public void Kill()
    {
        if (IsRunning) process.Kill();
    }

    /// <summary>Sends a signal such as INT or TERM, which Windows does not have.</summary>
    public async Task SignalAsync(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signals to send.");
        using var kill = Process.Start("kill", [$"-{name}", process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>Waits until it prints a line on either stream that holds a text; fails when it ends before.</summary>
    public async Task<string> LineAsync(string text)
    {
        var started = Stopwatch.StartNew();
        while (true)
        {
            var hasExited = process.HasExited;
            if (output.Concat(errors).FirstOrDefault(line => line.Contains(text, StringComparison.Ordinal)) is { } line) return line;
            if (hasExited || started.Elapsed > Patience) Assert.Fail($"It never printed '{text}' but: {Output} {Errors}");
            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    public async ValueTask DisposeAsync()
    {
        // A server and the test that started it may both let go of it.
        if (isDisposed) return;
        isDisposed = true;
        Kill();
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private static void Keep(ConcurrentQueue<string> lines, string? line)
    {
        if (line is not null) lines.Enqueue(line);
    }
}
