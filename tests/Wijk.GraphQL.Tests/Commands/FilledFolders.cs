using Wijk.GraphQL.Tests.Commands;
using Wijk.Testing;

[assembly: AssemblyFixture(typeof(FilledFolders))]

namespace Wijk.GraphQL.Tests.Commands;

/// <summary>Data folders that the program itself filled, each once; a test that writes takes a copy.</summary>
public sealed class FilledFolders : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Lazy<Task<string>> amsterdam;
    private readonly Lazy<Task<string>> baltimore;
    private readonly Lazy<Task<string>> sample;

    public FilledFolders()
    {
        amsterdam = new(() => ImportAsync("amsterdam", Subsidies));
        baltimore = new(() => ImportAsync("baltimore", Services, "--mapping", "hsds", "--namespace", "baltimore"));
        sample = new(() => ImportAsync("sample", Cities.SampleFolder, "--mapping", "wijk", "--namespace", "voorbeeldwijk"));
    }

    /// <summary>The file of the Amsterdam subsidies; the test is skipped when it is absent.</summary>
    public static string Subsidies => SharedData.Path("amsterdam-subsidies-2016/amsterdam-subsidies-2016.json");

    /// <summary>The folder of the service directory of Baltimore; the test is skipped when it is absent.</summary>
    public static string Services => SharedData.Path("baltimore-bahc");

    /// <summary>The Amsterdam subsidies, at version 1.</summary>
    public Task<string> AmsterdamAsync()
    {
        _ = Subsidies;
        return amsterdam.Value;
    }

    /// <summary>The service directory of Baltimore, at version 1.</summary>
    public Task<string> BaltimoreAsync()
    {
        _ = Services;
        return baltimore.Value;
    }

    /// <summary>The sample neighbourhood, at version 1.</summary>
    public Task<string> SampleAsync() => sample.Value;

    /// <summary>A copy to write in.</summary>
    public static string Copy(string filled, string copy)
    {
        Directory.CreateDirectory(copy);
        foreach (var file in Directory.EnumerateFiles(filled)) File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    public void Dispose() => folder.Dispose();

    private async Task<string> ImportAsync(string name, params string[] arguments)
    {
        (await WijkCommand.RunAsync(["import", .. arguments, "--data", folder.File(name)])).Well();
        return folder.File(name);
    }
}
