using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary><c>restore</c>: fills an empty folder or database from a backup.</summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "De reservekopie. / The backup." };
        var command = new Command("restore", "Zet een reservekopie terug in een lege map of database. / Puts a backup back in an empty folder or database.") { file };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            var (source, place) = (arguments.GetRequiredValue(file), arguments.Place());
            if (!source.Exists)
                throw new Refusal(new($"Er is geen bestand '{source}'; geef de reservekopie aan.", $"There is no file '{source}'; name the backup."));
            if (SourceFile.LengthOf(source.FullName) == 0)
            {
                throw new Refusal(new(
                    $"'{source}' is leeg, of is een pijp of apparaat; geef het bestand aan dat 'backup' schreef.",
                    $"'{source}' is empty, or is a pipe or a device; name the file that 'backup' wrote."));
            }

            await place.CheckEmptyAsync(cancellationToken);
            // Read first: a backup that is not whole leaves no empty database behind.
            var (contents, log) = await Backup.ReadAsync(source.FullName, cancellationToken);
            await using var store = await place.OpenAsync(cancellationToken);
            await store.LoadAsync(contents, log, progress: null, cancellationToken);
            arguments.Tell(new Words(
                $"Versie {contents.Version.Number} teruggezet in ", $"Version {contents.Version.Number} restored to ") + place.Name + ".");
            return 0;
        }));
        return command;
    }
}
