using System.CommandLine;
using Wijk.Graph.Import.Template;

namespace Wijk.GraphQL.Commands;

/// <summary><c>template</c>: writes our own form, or the whole template, to be filled in.</summary>
internal static class TemplateCommand
{
    public static Command Make()
    {
        var target = new Argument<string>("target")
        {
            Description = "Een nieuw .xlsx-bestand of een nieuwe map (CSV). / A new .xlsx file or a new folder (CSV).",
            HelpName = "file.xlsx|folder",
        };
        var all = new Option<bool>("--all")
        {
            Description = "Het hele sjabloon: een blad voor elke soort knoop en relatie. / The whole template: a sheet for each kind of node and relation.",
        };
        var command = new Command("template", "Schrijft een leeg formulier met uitleg: één rij voor elke activiteit. / Writes an empty form with an explanation: one row for each activity.")
        {
            target,
            all,
        };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var path = arguments.GetRequiredValue(target);
            var isWorkbook = Path.GetExtension(path).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);
            var language = arguments.GetValue(CommonOptions.Language);
            await ((arguments.GetValue(all), isWorkbook) switch
            {
                (true, true) => TemplateWriter.WriteWorkbookAsync(path, cancellationToken),
                (true, false) => TemplateWriter.WriteFolderAsync(path, cancellationToken),
                (false, true) => FormWriter.WriteWorkbookAsync(path, language, cancellationToken),
                (false, false) => FormWriter.WriteFolderAsync(path, language, cancellationToken),
            });
            arguments.Tell(new(
                $"Geschreven naar '{path}'. Vul het in en lees het in met: import {path}",
                $"Written to '{path}'. Fill it in and bring it in with: import {path}"));
            return 0;
        }));
        return command;
    }
}
