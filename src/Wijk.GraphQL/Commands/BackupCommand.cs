using System.CommandLine;

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
            var version = await CheckedBackup.WriteAsync(store, target, cancellationToken);
            arguments.Tell(new(
                $"Versie {version.Number} bewaard in '{target}'. Terugzetten in een lege map of database: restore.",
                $"Version {version.Number} saved in '{target}'. Put it back in an empty folder or database with restore."));
            return 0;
        }));
        return command;
    }
}
