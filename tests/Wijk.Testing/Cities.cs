using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Snapshots;
using Wijk.Graph.Stores.Sqlite;

namespace Wijk.Testing;

/// <summary>Real and sample places, imported as a user would, each once for a test run.</summary>
public static class Cities
{
    private static readonly Lazy<Task<GraphSnapshot>> LazyAmsterdam = new(() => ImportAsync(
        [("amsterdam-subsidies", SharedData.Path("amsterdam-subsidies-2016/amsterdam-subsidies-2016.json"), null)]));

    private static readonly Lazy<Task<GraphSnapshot>> LazyAmsterdamWithAreas = new(() => ImportAsync(
    [
        ("amsterdam-gebieden", SharedData.Path("amsterdam-gebieden"), null),
        ("amsterdam-subsidies", SharedData.Path("amsterdam-subsidies-2016/amsterdam-subsidies-2016.json"), null),
    ]));

    private static readonly Lazy<Task<GraphSnapshot>> LazyBaltimore = new(() => ImportAsync([("hsds", SharedData.Path("baltimore-bahc"), "baltimore")]));

    private static readonly Lazy<Task<GraphSnapshot>> LazyVoorbeeldwijk = new(() => ImportAsync([("wijk", SampleFolder, (string?)SampleNeighbourhood.Namespace)]));

    /// <summary>The folder of the sample in the checkout.</summary>
    public static string SampleFolder => Path.Combine(SharedData.Root, "samples", SampleNeighbourhood.Namespace);

    /// <summary>The subsidies of Amsterdam of 2016; the test is skipped when they are absent.</summary>
    public static Task<GraphSnapshot> AmsterdamAsync() => LazyAmsterdam.Value;

    /// <summary>The same with all areas of the city, so that titles can name one; the test is skipped when they are absent.</summary>
    public static Task<GraphSnapshot> AmsterdamWithAreasAsync() => LazyAmsterdamWithAreas.Value;

    /// <summary>The service directory of Baltimore; the test is skipped when it is absent.</summary>
    public static Task<GraphSnapshot> BaltimoreAsync() => LazyBaltimore.Value;

    /// <summary>The sample neighbourhood that comes with the project.</summary>
    public static Task<GraphSnapshot> VoorbeeldwijkAsync() => LazyVoorbeeldwijk.Value;

    private static async Task<GraphSnapshot> ImportAsync((string Mapping, string Path, string? Namespace)[] sources)
    {
        using var folder = new TempFolder();
        await using var store = await SqliteStore.OpenAsync(folder.Path, default);
        foreach (var (mapping, path, ns) in sources)
        {
            var mapped = MappingRunner.Run(
                MappingLibrary.Find(mapping), [path], ns, DateTimeOffset.UnixEpoch, await store.ReadContentsAsync(default), progress: null, default);
            var report = await ImportRunner.ImportAsync(store, mapped, new(), TimeProvider.System, progress: null, default);
            if (report.HasRefused) throw new InvalidOperationException($"{path}: {report.Refused[0]}");
        }

        return GraphSnapshot.Of(await store.ReadContentsAsync(default));
    }
}
