using System.Text;
using Wijk.GraphQL.Commands;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Commands of the program, run inside the test's own process: what they print and with which code they would end.</summary>
/// <remarks>Signals, kills and what really reaches a shell need a process of their own: <see cref="WijkProcess"/>.</remarks>
public static class WijkCommand
{
    /// <summary>Runs a command to its end.</summary>
    public static Task<Ended> RunAsync(params string[] arguments) => RunWithAsync([], arguments);

    /// <summary>Runs a command to its end, with these environment variables and no others.</summary>
    public static async Task<Ended> RunWithAsync((string Name, string Value)[] environment, params string[] arguments)
    {
        // Who opens it for bytes closes it, and prints nothing after that.
        using var output = new MemoryStream();
        using var errors = new StringWriter { NewLine = "\n" };
        await using var text = new StreamWriter(output) { AutoFlush = true, NewLine = "\n" };
        var exitCode = await WijkCommandLine.Root().Parse(arguments).InvokeAsync(
            new CommandSurroundings(text, errors)
            {
                OpenOutput = () => output,
                Variable = name => environment.LastOrDefault(variable => variable.Name == name).Value,
                // Signals are the test process's own.
                ProcessTerminationTimeout = null,
            },
            TestContext.Current.CancellationToken);
        return new(exitCode, Lines(Encoding.UTF8.GetString(output.ToArray())), Lines(errors.ToString()));
    }

    // As the lines of a process come: without the end of the last.
    private static string Lines(string printed) => printed.EndsWith('\n') ? printed[..^1] : printed;
}
