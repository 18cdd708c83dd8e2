using System.CommandLine;
using Wijk.Graph.Import.Template;

namespace Wijk.GraphQL.Commands;

/// <summary><c>template</c>: writes our own template, empty, to be filled in.</summary>
internal static class TemplateCommand
{
    public static Command Make()
    {
        var target = new Argument<string>("target")
        {
            Description = "Een nieuwe map (CSV) of een nieuw .xlsx-bestand. / A new folder (CSV) or a new .xlsx file.",
            HelpName = "folder|file.xlsx",
        };
        var command = new Command("template", "Schrijft een leeg invulsjabloon met uitleg. / Writes an empty template with an explanation.") { target };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var path = arguments.GetRequiredValue(target);
            if (Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase)) await TemplateWriter.WriteWorkbookAsync(path, cancellationToken);
            else await TemplateWriter.WriteFolderAsync(path, cancellationToken);
            arguments.Tell(new(
                $"Sjabloon geschreven naar '{path}'. Vul het in en lees het in met: import {path}",
                $"Template written to '{path}'. Fill it in and bring it in with: import {path}"));
            return 0;
        }));
        return command;
    }
}
