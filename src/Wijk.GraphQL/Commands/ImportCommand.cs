using System.CommandLine;
using System.Security.Cryptography;
using Wijk.Graph.Export;
using Wijk.Graph.Import;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Mappings;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Commands.Reports;

namespace Wijk.GraphQL.Commands;

/// <summary><c>import</c> brings in files; <c>check</c> says what an import would do, and writes nothing.</summary>
internal static class ImportCommand
{
    private const int RefusedExitCode = 1;

    private static readonly Argument<string[]> Files = new("files")
    {
        Description = "Bestanden of mappen: CSV, XLSX, ODS, JSON, GeoJSON, GEXF, GraphML, Pajek, of een export van Wijk. / Files or folders, or an export of Wijk.",
        Arity = ArgumentArity.OneOrMore,
        Validators =
        {
            result =>
            {
                foreach (var token in result.Tokens.Where(token => token.Value.StartsWith("--", StringComparison.Ordinal) && !Path.Exists(token.Value)))
                    result.AddError($"'{token.Value}' is geen optie van deze opdracht; zie --help. / is not an option of this command; see --help.");
            },
        },
    };

    private static readonly Option<string?> MappingName = new("--mapping", "-m")
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

    private static readonly Option<string?> Encoding = new Option<string?>("--encoding")
    {
        Description = "De codering van de tekst, als letters met accenten verkeerd zijn gelezen. / The encoding of the text, when letters with accents were read wrongly.",
    }.AcceptOnlyFromAmong([.. TextBytes.Encodings]);

    private static readonly Option<string?> RefusedFile = new("--refused")
    {
        Description = "Schrijft geweigerde rijen weg, elk met de reden: verbeter ze daar, en lees dat bestand in. / Writes refused rows with their reasons: mend them there, and import that file.",
        HelpName = "file.xlsx|file.csv|folder",
    };

    public static Command Make(bool isCheck)
    {
        var command = isCheck
            ? new Command("check", "Kijkt wat een import zou doen, zonder te schrijven. / Says what an import would do, and writes nothing.")
            : new Command("import", "Leest gegevens in, ook naast een server die draait. / Imports data, also beside a running server.");
        command.Add(Files);
        command.Add(MappingName);
        command.Add(Namespace);
        command.Add(SkipRefused);
        command.Add(Encoding);
        command.Add(RefusedFile);
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, () => RunAsync(arguments, isCheck, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, bool isCheck, CancellationToken cancellationToken)
    {
        if (arguments.GetValue(RefusedFile) is { } target) RefuseOwnInput(target, arguments.GetRequiredValue(Files));
        Mapping? recognised = null;
        var (mapped, report) = await ReportAsync(arguments, isCheck, mapping => recognised = mapping, new ProgressLines(arguments), cancellationToken);
        var terminal = arguments.Terminal(cancellationToken);

        // What Wijk took a file for is said, so that somebody who meant something else can say so.
        if (recognised is not null) terminal.Sentence(new(
            $"Herkend en gelezen met de vertaling {recognised.Name}: {recognised.Description.Nl} Klopt dat niet, kies dan een andere met --mapping.",
            $"Recognised and read with the mapping {recognised.Name}: {recognised.Description.En} If that is not right, name another with --mapping."));
        ImportReportText.Write(report, terminal);
        if (arguments.GetValue(RefusedFile) is { } refused) await GiveBackAsync(arguments, refused, mapped, report, cancellationToken);
        return report.Outcome == ImportOutcome.Refused ? RefusedExitCode : 0;
    }

    // What is to be mended may not take the place of what was read, nor be read with it the next time.
    private static void RefuseOwnInput(string target, IEnumerable<string> inputs)
    {
        var full = Path.GetFullPath(target);
        foreach (var input in inputs.Select(Path.GetFullPath))
        {
            if (full != input && full != Path.GetDirectoryName(input) && Path.GetDirectoryName(full) != input) continue;
            throw new Refusal(new(
                $"--refused {target}: daar staat wat wordt ingelezen, en dat wordt niet overschreven; noem een ander bestand of een andere map.",
                $"--refused {target}: what is imported stands there, and it is not overwritten; name another file or folder."));
        }
    }

    private static async Task GiveBackAsync(ParseResult arguments, string target, MappedRecords mapped, ImportReport report, CancellationToken cancellationToken)
    {
        var count = await RefusedRows.WriteAsync(target, mapped, report.Refused, arguments.GetValue(CommonOptions.Language), cancellationToken);
        arguments.Tell(count == 0 && report.HasRefused
            ? new("Van een export van Wijk zijn geen rijen terug te geven; hierboven staat wat is geweigerd.", "Of an export of Wijk no rows can be given back; what was refused stands above.")
            : count == 0
            ? new("Er zijn geen geweigerde rijen, dus er is geen bestand gemaakt.", "No rows were refused, so no file was made.")
            : new($"{count} geweigerde rijen staan met hun reden in '{target}'. Verbeter ze daar, en lees dat bestand in.", $"{count} refused rows are in '{target}' with their reasons. Mend them there, and import that file."));
    }

    private static async Task<(MappedRecords Mapped, ImportReport Report)> ReportAsync(
        ParseResult arguments, bool isCheck, Action<Mapping> recognised, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var (place, clock) = (arguments.Place(), TimeProvider.System);
        var options = new ImportOptions { SkipRefused = arguments.GetValue(SkipRefused) };

        // Files are read first: a file that cannot be read must not leave an empty database behind.
        var export = await ReadExportAsync(arguments, cancellationToken);
        var mapped = export?.AsMapped() ?? await MapAsync(arguments, recognised, place, clock, progress, cancellationToken);
        if (await place.HoldsNothingAsync(cancellationToken))
        {
            // A check writes nothing, so it makes no folder either.
            var plan = ImportPlanner.Plan(mapped, new(default, [], []), options, clock.GetUtcNow()).Report;
            if (isCheck || plan.Outcome != ImportOutcome.Planned) return (mapped, plan);
        }

        await using var store = await place.OpenAsync(cancellationToken);
        return (mapped, await ((export, isCheck) switch
        {
            (null, true) => ImportRunner.CheckAsync(store, mapped, options, clock, progress, cancellationToken),
            (null, false) => ImportRunner.ImportAsync(store, mapped, options, clock, progress, cancellationToken),
            (_, true) => ImportOfExport.CheckAsync(store, export, options, clock, progress, cancellationToken),
            (_, false) => ImportOfExport.ImportAsync(store, export, options, clock, progress, cancellationToken),
        }));
    }

    private static async Task<MappedRecords> MapAsync(
        ParseResult arguments, Action<Mapping> recognised, StorePlace place, TimeProvider clock, IProgress<ImportProgress> progress, CancellationToken cancellationToken)
    {
        var files = arguments.GetRequiredValue(Files);
        var mapping = arguments.GetValue(MappingName) is { } name ? MappingLibrary.Find(name) : MappingLibrary.Detect(files, arguments.GetValue(Encoding));
        if (arguments.GetValue(MappingName) is null) recognised(mapping);
        var graph = mapping.LooksAtGraph ? await ContentsAsync(place, cancellationToken) : null;
        return MappingRunner.Run(mapping, files, arguments.GetValue(Namespace), clock.GetUtcNow(), graph, progress, cancellationToken, arguments.GetValue(Encoding));
    }

    private static async Task<GraphContents?> ContentsAsync(StorePlace place, CancellationToken cancellationToken)
    {
        if (await place.HoldsNothingAsync(cancellationToken)) return null;
        await using var store = await place.OpenAsync(cancellationToken);
        return await store.ReadContentsAsync(cancellationToken);
    }

    // A single file without a mapping may be an export of Wijk; null when it is not.
    private static async Task<ExportFile?> ReadExportAsync(ParseResult arguments, CancellationToken cancellationToken)
    {
        if (arguments.GetRequiredValue(Files) is not [var path] || arguments.GetValue(MappingName) is not null || !File.Exists(path) || SourceFile.LengthOf(path) == 0) return null;
        await using var stream = File.OpenRead(path);
        if (!await WijkJson.IsExportAsync(stream, cancellationToken)) return null;
        stream.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellationToken));
        stream.Position = 0;
        var name = Path.GetFileName(path);
        return new(name, hash, await WijkJson.ReadAsync(stream, name, cancellationToken));
    }
}
