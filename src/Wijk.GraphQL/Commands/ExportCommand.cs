using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary><c>export</c>: writes all of the graph, in a fixed order.</summary>
internal static class ExportCommand
{
    public static Command Make()
    {
        var format = new Option<string>("--format")
        {
            Description = "De vorm. / The form.",
            DefaultValueFactory = _ => "json",
        }.AcceptOnlyFromAmong("json");
        var outFile = new Option<FileInfo?>("--out")
        {
            Description = "Het bestand; anders het scherm. / The file; the screen when absent.",
            HelpName = "file",
        };
        var command = new Command("export", "Schrijft alle gegevens weg. / Writes all of the graph.") { format, outFile };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            await using var store = await arguments.OpenExistingAsync(cancellationToken);
            var contents = await store.ReadContentsAsync(cancellationToken);
            if (arguments.GetValue(outFile) is not { } file)
            {
                await using var screen = Console.OpenStandardOutput();
                await JsonExport.WriteAsync(screen, contents, cancellationToken);
                return 0;
            }

            await WholeFile.WriteAsync(file.FullName, stream => JsonExport.WriteAsync(stream, contents, cancellationToken));
            Console.Error.WriteLine(new Words(
                $"Versie {contents.Version.Number} geschreven naar '{file}': {contents.Nodes.Count} knopen, {contents.Relations.Count} relaties.",
                $"Version {contents.Version.Number} written to '{file}': {contents.Nodes.Count} nodes, {contents.Relations.Count} relations.")
                .In(arguments.GetValue(CommonOptions.Language)));
            return 0;
        }));
        return command;
    }
}
