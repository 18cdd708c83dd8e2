using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands;

/// <summary><c>export</c>: writes all of the graph, in a fixed order.</summary>
internal static class ExportCommand
{
    private const string Json = "json";
    private const string BulkLoad = "neo4j-admin";

    public static Command Make()
    {
        var format = new Option<string>("--format")
        {
            Description = $"De vorm; {BulkLoad} is voor de bulklader van Neo4j. / The form; {BulkLoad} is for Neo4j's bulk loader.",
            DefaultValueFactory = _ => Json,
        }.AcceptOnlyFromAmong(Json, BulkLoad);
        var outFile = new Option<FileInfo?>("--out")
        {
            Description = $"Het bestand, anders het scherm; bij {BulkLoad} een lege map. / The file, else the screen; with {BulkLoad} an empty folder.",
            HelpName = "file",
        };
        var command = new Command("export", "Schrijft alle gegevens weg. / Writes all of the graph.") { format, outFile };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var (target, isBulkLoad) = (arguments.GetValue(outFile), arguments.GetValue(format) == BulkLoad);
            if (isBulkLoad && target is null)
            {
                throw new Refusal(new(
                    $"De vorm {BulkLoad} is een map met bestanden: noem met --out een map die leeg is of nog niet bestaat.",
                    $"The form {BulkLoad} is a folder of files: name with --out a folder that is empty or not there yet."));
            }

            await using var store = await arguments.OpenExistingAsync(cancellationToken);
            var done = isBulkLoad
                ? await WriteBulkLoadAsync(store, target!.FullName, cancellationToken)
                : await WriteJsonAsync(arguments, store, target?.FullName, cancellationToken);
            if (done is not null) arguments.Tell(done);
            return 0;
        }));
        return command;
    }

    private static async Task<Words?> WriteJsonAsync(ParseResult arguments, IGraphStore store, string? file, CancellationToken cancellationToken)
    {
        var contents = await store.ReadContentsAsync(cancellationToken);
        arguments.Warn(contents.Warnings);
        if (file is null)
        {
            await using var screen = arguments.Surroundings().OpenOutput();
            await JsonExport.WriteAsync(screen, contents, cancellationToken);
            return null;
        }

        await WholeFile.WriteAsync(file, stream => JsonExport.WriteAsync(stream, contents, cancellationToken));
        return new(
            $"Versie {contents.Version.Number} geschreven naar '{file}': {contents.Nodes.Count} knopen, {contents.Relations.Count} relaties.",
            $"Version {contents.Version.Number} written to '{file}': {contents.Nodes.Count} nodes, {contents.Relations.Count} relations.");
    }

    private static async Task<Words?> WriteBulkLoadAsync(IGraphStore store, string folder, CancellationToken cancellationToken)
    {
        var version = await BulkLoadFiles.WriteAsync(store, folder, progress: null, cancellationToken);
        return new(
            $"Versie {version.Number} geschreven naar de map '{folder}'; README.txt daarin zegt hoe u die in Neo4j laadt.",
            $"Version {version.Number} written to the folder '{folder}'; README.txt in it says how to load it into Neo4j.");
    }
}
