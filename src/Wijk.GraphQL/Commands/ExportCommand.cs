using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands;

/// <summary><c>export</c>: writes all of the graph, in a fixed order, or what may go to another program in the form of that.</summary>
internal static class ExportCommand
{
    private const string Json = "json";
    private const string BulkLoad = "neo4j-admin";
    private const string Csv = "csv";
    private const string Xlsx = "xlsx";
    private const string GeoJson = "geojson";

    // Forms that one call writes whole.
    private static readonly Dictionary<string, Action<Stream, PublicNetwork>> Networks = new(StringComparer.Ordinal)
    {
        ["gexf"] = NetworkXmlFile.WriteGexf,
        ["graphml"] = NetworkXmlFile.WriteGraphMl,
        ["kumu"] = KumuFile.Write,
    };

    public static Command Make()
    {
        var format = new Option<string>("--format")
        {
            Description = $"De vorm; {Json} is alles, {BulkLoad} voor de bulklader van Neo4j, de andere zijn zonder personen. / The form; {Json} is all, {BulkLoad} for Neo4j's bulk loader, the others leave out persons.",
            DefaultValueFactory = _ => Json,
        }.AcceptOnlyFromAmong([Json, BulkLoad, .. Networks.Keys, GeoJson, Csv, Xlsx]);
        var outFile = new Option<FileInfo?>("--out")
        {
            Description = $"Het bestand, anders het scherm; bij {BulkLoad} en {Csv} een lege map. / The file, else the screen; with {BulkLoad} and {Csv} an empty folder.",
            HelpName = "file",
        };
        var command = new Command("export", "Schrijft alle gegevens weg, of een netwerk voor een ander programma. / Writes all of the graph, or a network for another program.") { format, outFile };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var (target, form) = (arguments.GetValue(outFile)?.FullName, arguments.GetRequiredValue(format));
            if (form is BulkLoad or Csv && target is null)
            {
                throw new Refusal(new(
                    $"De vorm {form} is een map met bestanden: noem met --out een map die leeg is of nog niet bestaat.",
                    $"The form {form} is a folder of files: name with --out a folder that is empty or not there yet."));
            }

            await using var store = await arguments.OpenExistingAsync(cancellationToken);
            var done = form switch
            {
                BulkLoad => await WriteBulkLoadAsync(store, target!, cancellationToken),
                Json => await WriteJsonAsync(arguments, store, target, cancellationToken),
                _ => await WriteNetworkAsync(arguments, store, form, target, cancellationToken),
            };
            if (done is not null) arguments.Tell(done);
            return 0;
        }));
        return command;
    }

    private static async Task<Words?> WriteJsonAsync(ParseResult arguments, IGraphStore store, string? file, CancellationToken cancellationToken)
    {
        var contents = await ContentsAsync(arguments, store, cancellationToken);
        await WriteAsync(arguments, file, stream => JsonExport.WriteAsync(stream, contents, cancellationToken));
        return file is null ? null : new(
            $"Versie {contents.Version.Number} geschreven naar '{file}': {contents.Nodes.Count} knopen, {contents.Relations.Count} relaties.",
            $"Version {contents.Version.Number} written to '{file}': {contents.Nodes.Count} nodes, {contents.Relations.Count} relations.");
    }

    private static async Task<Words?> WriteNetworkAsync(ParseResult arguments, IGraphStore store, string form, string? target, CancellationToken cancellationToken)
    {
        var contents = await ContentsAsync(arguments, store, cancellationToken);
        var network = PublicNetwork.Of(contents);
        var outlines = (Written: 0, LeftOut: 0);
        if (form == Csv) await NetworkTableFiles.WriteFolderAsync(target!, network, cancellationToken);
        else await WriteAsync(arguments, target, stream => WriteFormAsync(stream));
        if (target is null) return null;
        var without = network.LeftOut == 0 ? "" : new Words(
            $" Niet meegegeven: {network.LeftOut} knopen en relaties van personen of die niet iedereen mag zien; met --format json staat alles erin.",
            $" Left out: {network.LeftOut} nodes and relations of persons or not for everybody; --format json has all of it.");
        return form == GeoJson ? Outlines(contents, target, outlines) + without : new Words(
            $"Versie {contents.Version.Number} geschreven naar '{target}': {network.Nodes.Count} knopen, {network.Edges.Count} verbindingen.",
            $"Version {contents.Version.Number} written to '{target}': {network.Nodes.Count} nodes, {network.Edges.Count} edges.") + without;

        async Task WriteFormAsync(Stream stream)
        {
            if (form == Xlsx) await NetworkTableFiles.WriteWorkbookAsync(stream, network, cancellationToken);
            else if (form == GeoJson) outlines = GeoJsonFile.Write(stream, network);
            else Networks[form](stream, network);
        }
    }

    private static Words Outlines(GraphContents contents, string target, (int Written, int LeftOut) outlines) => new Words(
            $"Versie {contents.Version.Number} geschreven naar '{target}': {outlines.Written} gebieden met hun omtrek.",
            $"Version {contents.Version.Number} written to '{target}': {outlines.Written} areas with their outline.")
        + (outlines.LeftOut == 0 ? "" : new Words(
            $" Van {outlines.LeftOut} gebieden is de omtrek niet om te zetten: het stelsel van coördinaten is geen 4326 of 28992, of het is geen well-known text.",
            $" The outlines of {outlines.LeftOut} areas cannot be converted: the system of coordinates is not 4326 or 28992, or it is no well-known text."));

    private static async Task<GraphContents> ContentsAsync(ParseResult arguments, IGraphStore store, CancellationToken cancellationToken)
    {
        var contents = await store.ReadContentsAsync(cancellationToken);
        arguments.Warn(contents.Warnings);
        return contents;
    }

    private static async Task WriteAsync(ParseResult arguments, string? file, Func<Stream, Task> write)
    {
        if (file is not null)
        {
            await WholeFile.WriteAsync(file, write);
            return;
        }

        await using var screen = arguments.Surroundings().OpenOutput();
        await write(screen);
    }

    private static async Task<Words?> WriteBulkLoadAsync(IGraphStore store, string folder, CancellationToken cancellationToken)
    {
        var version = await BulkLoadFiles.WriteAsync(store, folder, progress: null, cancellationToken);
        return new(
            $"Versie {version.Number} geschreven naar de map '{folder}'; README.txt daarin zegt hoe u die in Neo4j laadt.",
            $"Version {version.Number} written to the folder '{folder}'; README.txt in it says how to load it into Neo4j.");
    }
}
