using System.CommandLine;
using Wijk.Graph.Export;
using Wijk.Graph.Import;
using Wijk.Graph.Model;

namespace Wijk.GraphQL.Commands;

/// <summary><c>backup</c>: writes graph and log to one file, also while the server runs.</summary>
internal static class BackupCommand
{
    public static Command Make()
    {
        var file = new Argument<FileInfo>("file") { Description = "Het bestand. / The file." };
        var command = new Command("backup", "Maakt een reservekopie met het hele logboek. / Writes a backup with the whole log.") { file };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, async () =>
        {
            await using var store = await arguments.OpenExistingAsync(cancellationToken);
            var target = arguments.GetRequiredValue(file);
            var version = await Backup.BackupAsync(store, target.FullName, progress: null, cancellationToken);
            await CheckAsync(target, cancellationToken);
            arguments.Tell(new(
                $"Versie {version.Number} bewaard in '{target}'. Terugzetten in een lege map of database: restore.",
                $"Version {version.Number} saved in '{target}'. Put it back in an empty folder or database with restore."));
            return 0;
        }));
        return command;
    }

    // A graph that was changed outside Wijk may hold what no restore takes, and the day of the restore is too late to find out.
    private static async Task CheckAsync(FileInfo target, CancellationToken cancellationToken)
    {
        try
        {
            await Backup.ReadAsync(target.FullName, cancellationToken);
        }
        catch (WijkJsonException problem)
        {
            throw new Refusal(new Words($"'{target}' is geschreven, maar kan niet worden teruggezet: ", $"'{target}' was written, but cannot be put back: ")
                + problem.Why
                + new Words(" Kijk met 'verify' wat niet past, herstel het, en maak de reservekopie opnieuw.", " Run 'verify' to see what does not fit, mend it, and make the backup again."));
        }
    }
}
