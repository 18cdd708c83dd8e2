using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Wijk.Testing;

/// <summary>The server of <c>../shared/neo4j</c> as a child process with a folder of its own.</summary>
/// <remarks>
/// A shell stands between: it kills the server and takes its folder away when its standard input closes, and that happens however this process
/// ends. It ends itself when the server does.
/// </remarks>
internal sealed class Neo4jProcess : IAsyncDisposable
{
    /// <summary>The password of the user neo4j.</summary>
    public const string Password = "wijk-test-pass";

    private const string Guard = """
        exec 3<&0
        console=$1; home=$2; shift 2
        "$@" </dev/null >>"$console" 2>&1 &
        server=$!
        echo $server
        { read -r _ <&3; touch "$home/abandoned"; kill -KILL $server; sleep 0.2; rm -rf -- "$home"; } >/dev/null 2>&1 &
        guard=$!
        wait $server 2>/dev/null
        [ -e "$home/abandoned" ] || kill -KILL $guard
        """;

    private readonly TempFolder home = new();
    private readonly int boltPort = FreePort();
    private Process? guard;
    private int serverId;

    /// <summary>Whether it is one for all tests, with the Graph Data Science library, rather than one that is killed.</summary>
    public bool IsShared { get; init; }

    public int HttpPort { get; } = FreePort();

    public string HomePath => home.Path;

    public bool HasEnded => guard is null or { HasExited: true };

    public static bool IsBesideCheckout => File.Exists(Script("run"));

    private string ConsolePath => home.File("console.log");

    /// <summary>Why it cannot be started here; null when it can.</summary>
    public static string? WhyAbsent()
    {
        if (!IsBesideCheckout) return "There is no Neo4j in ../shared/neo4j beside the checkout.";
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => File.Exists(Path.Combine(folder, "java"))) ? null : "There is no Java for ../shared/neo4j; install openjdk-17-jre-headless.";
    }

    /// <summary>Starts it; it answers some 20 seconds later.</summary>
    public void Start()
    {
        if (!HasEnded) throw new InvalidOperationException("The server still runs; stop it first.");
        guard?.Dispose();
        var start = new ProcessStartInfo("bash") { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] command =
        [
            "-c", Guard, "guard", ConsolePath, HomePath, Script("run"), "--home", HomePath, "--http", Text(HttpPort), "--bolt", Text(boltPort),
            "--password", Password, "--heap", "512m", "--pagecache", "128m",
        ];
        foreach (var argument in command) start.ArgumentList.Add(argument);
        if (IsShared) start.ArgumentList.Add("--gds");
        // One that is soon killed does not earn back what the second compiler of Java costs at each start.
        if (!IsShared) start.Environment["JDK_JAVA_OPTIONS"] = "-XX:TieredStopAtLevel=1";
        guard = Process.Start(start)!;
        serverId = int.Parse(guard.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture);
    }

    /// <summary>Sends a signal that ends it, and waits until it has ended.</summary>
    public async Task EndAsync(string signal)
    {
        if (HasEnded) return;
        using var kill = Process.Start("kill", [$"-{signal}", Text(serverId)]);
        await guard!.WaitForExitAsync();
    }

    /// <summary>Runs the admin tool on its folder.</summary>
    /// <param name="workingFolder">Where relative paths start; null for wherever the tests run.</param>
    /// <param name="arguments">What comes after the folder.</param>
    public async Task<(int ExitCode, string Output)> RunAdminAsync(string? workingFolder, string[] arguments)
    {
        if (!HasEnded) throw new InvalidOperationException("The admin tool needs a stopped server; stop it first.");
        var start = new ProcessStartInfo(Script("admin")) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = workingFolder ?? "" };
        start.ArgumentList.Add(HomePath);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var admin = Process.Start(start)!;
        var error = admin.StandardError.ReadToEndAsync();
        var output = await admin.StandardOutput.ReadToEndAsync() + await error;
        await admin.WaitForExitAsync();
        return (admin.ExitCode, output);
    }

    /// <summary>What it printed.</summary>
    public string Console() => File.Exists(ConsolePath) ? File.ReadAllText(ConsolePath) : "";

    public async ValueTask DisposeAsync()
    {
        await EndAsync("KILL");
        guard?.Dispose();
        home.Dispose();
    }

    private static string Script(string name) => Path.GetFullPath(Path.Combine(SharedData.Root, "..", "shared", "neo4j", name));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
