using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands;

/// <summary>The sample neighbourhood that comes with the program.</summary>
internal static class Sample
{
    /// <summary>The folder with its files, beside the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, SampleNeighbourhood.Namespace);

    /// <summary>Fills an empty store with it.</summary>
    public static async Task FillAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        var mapped = MappingRunner.Run(
            MappingLibrary.Find("wijk"), [Folder], SampleNeighbourhood.Namespace, TimeProvider.System.GetUtcNow(), progress: null, cancellationToken);
        var report = await ImportRunner.ImportAsync(store, mapped, new ImportOptions(), TimeProvider.System, progress: null, cancellationToken);
        if (report.Outcome != ImportOutcome.Written)
            throw new InvalidOperationException($"The sample that comes with the program is broken: {report.Refused[0]}.");
    }
}
