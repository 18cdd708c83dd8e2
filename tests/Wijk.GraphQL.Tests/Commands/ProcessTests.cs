using Wijk.Testing;

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>That commands may be tested inside the process of the tests: as a process of its own the program says and does the same.</summary>
public sealed class ProcessTests(FilledFolders folders)
{
    [Theory]
    [InlineData(0, "--help")]
    [InlineData(1, "nonsense")]
    [InlineData(1, "analyse", "overlap", "--area", "Nergens")]
    [InlineData(0, "schema")]
    [InlineData(0, "analyse", "overlap", "--as-of", "2026-06-01")]
    [InlineData(0, "analyse", "clusters", "--as-of", "2026-06-01", "--json", "-l", "en")]
    [InlineData(0, "export")]
    [InlineData(0, "verify")]
    [InlineData(0, "doctor", "--json")]
    public async Task A_process_prints_and_ends_as_the_command_does(int exitCode, params string[] arguments)
    {
        string[] all = [.. arguments, "--data", await folders.SampleAsync()];
        var process = await WijkProcess.RunWithAsync([], all);
        var command = await WijkCommand.RunAsync(all);
        // Help names the program that runs.
        process.Output.Replace("  wijk ", "  Wijk.GraphQL.Tests ", StringComparison.Ordinal).Should().Be(command.Output);
        process.Errors.Trim().Should().Be(command.Errors.Trim());
        (process.ExitCode, command.ExitCode).Should().Be((exitCode, exitCode));
    }

    [Fact]
    public async Task What_a_command_says_on_its_way_comes_on_the_error_stream()
    {
        using var folder = new TempFolder();
        var import = await WijkProcess.RunWithAsync([], "import", Cities.SampleFolder, "--mapping", "wijk", "--namespace", "n", "--data", folder.File("data"), "-l", "en");
        import.Well().Should().Contain("Written as version 1.").And.NotContain("comparing");
        import.Errors.Should().Contain("comparing").And.NotContain("Written");
    }
}
