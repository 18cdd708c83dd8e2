using System.CommandLine;
using System.Security.Cryptography;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Mappings;
using Wijk.GraphQL.Commands.Reports;

namespace Wijk.GraphQL.Commands;

/// <summary><c>import</c> brings in files; <c>check</c> says what an import would do, and writes nothing.</summary>
internal static class ImportCommand
{
    private const int RefusedExitCode = 1;

    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "Bestanden of mappen: CSV, TSV, XLSX, JSON, NDJSON, of een export van Wijk. / Files or folders, or an export of Wijk.",
        Arity = ArgumentArity.OneOrMore,
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)))
                    result.AddError($"'{token.Value}' is geen optie van deze opdracht; zie --help. / is no option of this command; see --help.");
            },
        },
    };

    private static readonly Option<string?> Mapping = new("--mapping", "-m")
    {
        Description = $"De vertaling: {string.Join(", ", MappingLibrary.Shipped)}, of een JSON-bestand; anders herkend. / The mapping, or a JSON file of your own; recognised when absent.",
        HelpName = "name|file",
    };

    private static readonly Option<string?> Namespace = new("--namespace", "-n")
    {
        Description = "De naamruimte van de sleutels; die van de vertaling als u niets kiest. / The namespace of the keys; the mapping's own when absent.",
    };

    private static readonly Option<bool> SkipRefused = new("--skip-refused")
    {
        Description = "Lees de rest wel in als er rijen zijn geweigerd. / Import the rest when rows are refused.",
    };

    public static Command Make(bool isCheck)
    {
        var command = isCheck
            ? new Command("check", "Kijkt wat een import zou doen, zonder te schrijven. / Says what an import would do, and writes nothing.")
            : new Command("import", "Leest gegevens in, ook naast een server die draait. / Imports data, also beside a running server.");
        command.Add(Files);
        command.Add(Mapping);
        command.Add(Namespace);
        command.Add(SkipRefused);
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, () => RunAsync(arguments, isCheck, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, bool isCheck, CancellationToken cancellationToken)
    {
        var language = arguments.GetValue(CommonOptions.Language);
        var progress = new ProgressLines(language);
        var report = await ReportAsync(arguments, isCheck, progress, cancellationToken);
        ImportReportText.Write(report, language);
        return report.Outcome == ImportOutcome.Refused ? RefusedExitCode : 0;
    }

    private static async Task<ImportReport> ReportAsync(
        ParseResult arguments, bool isCheck, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var files = arguments.GetRequiredValue(Files);
        var options = new ImportOptions { SkipRefused = arguments.GetValue(SkipRefused) };
        var clock = TimeProvider.System;

        // Files are read first: a file that cannot be read must not leave an empty database behind.
        if (files is [var single] && arguments.GetValue(Mapping) is null && await IsExportAsync(single, cancellationToken))
        {
            var export = await ReadExportAsync(single, cancellationToken);
            if (arguments.DataFolder().HoldsNothing && Planned(export.AsMapped(), options, clock) is var first && (isCheck || WritesNothing(first))) return first;
            await using var store = await arguments.DataFolder().OpenAsync(cancellationToken);
            return isCheck
                ? await ImportOfExport.CheckAsync(store, export, options, clock, progress, cancellationToken)
                : await ImportOfExport.ImportAsync(store, export, options, clock, progress, cancellationToken);
        }

        var mapping = arguments.GetValue(Mapping) is { } name ? MappingLibrary.Find(name) : MappingLibrary.Detect(files);
        var mapped = MappingRunner.Run(mapping, files, arguments.GetValue(Namespace), clock.GetUtcNow(), progress, cancellationToken);
        if (arguments.DataFolder().HoldsNothing && Planned(mapped, options, clock) is var plan && (isCheck || WritesNothing(plan))) return plan;
        await using var target = await arguments.DataFolder().OpenAsync(cancellationToken);
        return isCheck
            ? await ImportRunner.CheckAsync(target, mapped, options, clock, progress, cancellationToken)
            : await ImportRunner.ImportAsync(target, mapped, options, clock, progress, cancellationToken);
    }

    // What writes nothing leaves an absent folder absent.
    private static bool WritesNothing(ImportReport plan) => plan.Outcome != ImportOutcome.Planned;

    private static ImportReport Planned(MappedRecords mapped, ImportOptions options, TimeProvider clock) =>
        ImportPlanner.Plan(mapped, new(default, [], []), options, clock.GetUtcNow()).Report;

    private static async Task<bool> IsExportAsync(string path, CancellationToken cancellationToken)
    {
        if (!File.Exists(path)) return false;
        await using var stream = File.OpenRead(path);
        return await WijkJson.IsExportAsync(stream, cancellationToken);
    }

    private static async Task<ExportFile> ReadExportAsync(string path, CancellationToken cancellationToken)
    {
        await using var stream = File.OpenRead(path);
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        stream.Position = 0;
        var name = Path.GetFileName(path);
        return new(name, hash, await WijkJson.ReadAsync(stream, name, cancellationToken));
    }
}
