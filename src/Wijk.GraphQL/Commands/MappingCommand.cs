using System.CommandLine;
using System.Text;
using Wijk.Graph.Export;
using Wijk.Graph.Import.Suggestions;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary><c>mapping suggest</c>: proposes a mapping for a file of somebody's own, for them to mend.</summary>
internal static class MappingCommand
{
    public static Command Make() => new("mapping", "Vertalingen voor eigen bestanden. / Mappings for files of your own.") { Suggest() };

    private static Command Suggest()
    {
        var file = new Argument<string>("file") { Description = "Het bestand waar een vertaling voor nodig is. / The file that needs a mapping." };
        var outFile = new Option<FileInfo?>("--out") { Description = "Waar de vertaling komt, anders het scherm. / Where the mapping goes, else the screen.", HelpName = "file" };
        var command = new Command("suggest", "Stelt een vertaling voor, en zegt wat zeker is, wat geraden en wat niet gelezen. / Proposes a mapping, and says what is sure, guessed and left.")
        {
            file,
            outFile,
        };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var path = arguments.GetRequiredValue(file);
            var suggestion = MappingSuggester.Suggest(path, cancellationToken);
            if (arguments.GetValue(outFile) is not { } target)
            {
                await arguments.InvocationConfiguration.Output.WriteAsync(suggestion.Json.AsMemory(), cancellationToken);
            }
            else
            {
                if (target.Exists) throw new Refusal(new(
                    $"'{target}' is er al, en er wordt niets overschreven; noem een nieuw bestand.", $"'{target}' is there already, and nothing is overwritten; name a new file."));
                await WholeFile.WriteAsync(target.FullName, async stream => await stream.WriteAsync(Encoding.UTF8.GetBytes(suggestion.Json), cancellationToken));
            }

            Tell(arguments, suggestion);
            if (arguments.GetValue(outFile) is { } written) arguments.Tell(new(
                $"Vertaling geschreven naar '{written}'. Verbeter haar en kijk wat ze geeft met: check {path} --mapping {written}",
                $"Mapping written to '{written}'. Mend it and see what it gives with: check {path} --mapping {written}"));
            return 0;
        }));
        return command;
    }

    private static void Tell(ParseResult arguments, MappingSuggestion suggestion)
    {
        Write(Certainty.Sure, new("Zeker:", "Sure:"));
        Write(Certainty.Guessed, new("Geraden, kijk ernaar:", "Guessed, look at it:"));
        Write(Certainty.Left, new("Niet gelezen:", "Not read:"));
        foreach (var note in suggestion.Notes) arguments.Tell(note);
        arguments.Tell(new(
            $"Van {suggestion.RowCount} rijen zou deze vertaling er {suggestion.RefusedCount} weigeren.", $"Of {suggestion.RowCount} rows this mapping would refuse {suggestion.RefusedCount}."));

        void Write(Certainty certainty, Words heading)
        {
            var columns = suggestion.Columns.Where(column => column.Certainty == certainty).ToArray();
            if (columns.Length == 0) return;
            arguments.Tell(heading);
            foreach (var column in columns) arguments.Tell($"- {column.Heading}: " + column.Why);
        }
    }
}
