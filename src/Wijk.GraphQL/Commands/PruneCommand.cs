using System.CommandLine;
using System.Globalization;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;
using Wijk.GraphQL.Questions;

namespace Wijk.GraphQL.Commands;

/// <summary><c>prune</c>: takes from the log what later changes replaced, also while the server runs.</summary>
internal static class PruneCommand
{
    private const int UsualDays = 90;

    // Whoever is reading the log now began less than a day ago.
    private static readonly TimeSpan Youngest = TimeSpan.FromDays(1);

    private static readonly Option<DateOnly?> Before = Typed.Option(
        "--before",
        $"Van voor welke dag (UTC); anders {UsualDays} dagen geleden. / Of before which day (UTC); {UsualDays} days ago when absent.",
        Typed.Day);

    private static readonly Option<FileInfo?> Archive = new("--archive")
    {
        Description = "Schrijft eerst alles, met het hele logboek, naar dit nieuwe bestand. / First writes all, with the whole log, to this new file.",
        HelpName = "file",
    };

    private static readonly Option<bool> DryRun = new("--dry-run")
    {
        Description = "Zegt wat zou verdwijnen, zonder te schrijven. / Says what would go, and writes nothing.",
    };

    public static Command Make()
    {
        var command = new Command(
            "prune",
            "Haalt uit het logboek wat later is vervangen; de gegevens blijven. / Takes from the log what was replaced later; the graph stays.")
        {
            Before,
            Archive,
            DryRun,
        };
        command.SetAction((arguments, cancellationToken) => Refusal.GuardAsync(arguments, () => RunAsync(arguments, TimeProvider.System, cancellationToken)));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult arguments, TimeProvider clock, CancellationToken cancellationToken)
    {
        var (before, archive) = (BeforeOf(arguments, clock.GetUtcNow()), arguments.GetValue(Archive));
        if (archive is { Exists: true })
        {
            throw new Refusal(new(
                $"'{archive}' is er al; noem met --archive een bestand dat er nog niet is.", $"'{archive}' is there already; name with --archive a file that is not there yet."));
        }

        await using var store = await arguments.OpenExistingAsync(cancellationToken);
        var pruning = await store.WeighLogAsync(before, cancellationToken);
        arguments.Tell(Told(pruning, before));
        if (pruning.ReplacedCount == 0 || arguments.GetValue(DryRun)) return 0;

        if (archive is not null)
        {
            var version = await CheckedBackup.WriteAsync(store, archive, cancellationToken);
            arguments.Tell(new(
                $"Versie {version.Number} met het hele logboek bewaard in '{archive}'; terugzetten in een lege map: restore.",
                $"Version {version.Number} with the whole log saved in '{archive}'; put it back in an empty folder with restore."));
        }

        await store.PruneLogAsync(pruning.UpTo, new CountLines(new("snoeien tot versie", "pruning up to version"), pruning.UpTo, arguments), cancellationToken);
        arguments.Tell(new(
            $"{pruning.ReplacedCount} vervangen wijzigingen zijn uit het logboek gehaald.", $"{pruning.ReplacedCount} replaced changes were taken from the log."));
        return 0;
    }

    private static DateTimeOffset BeforeOf(ParseResult arguments, DateTimeOffset now)
    {
        if (arguments.GetValue(Before) is not { } day) return now.AddDays(-UsualDays);
        var before = new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero);
        var last = DateOnly.FromDateTime((now - Youngest).UtcDateTime);
        return day <= last ? before : throw new Refusal(new(
            $"--before {Typed.Write(day)}: de laatste dag blijft altijd staan, want wie nu leest heeft die nodig; noem {Typed.Write(last)} of eerder.",
            $"--before {Typed.Write(day)}: the last day always stays, since whoever reads now needs it; name {Typed.Write(last)} or earlier."));
    }

    private static Words Told(LogPruning pruning, DateTimeOffset before)
    {
        var moment = before.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        return pruning.UpTo == 0
            ? new($"Het logboek bevat niets van voor {moment}.", $"The log holds nothing of before {moment}.")
            : new(
                $"Het logboek bevat tot versie {pruning.UpTo} (van voor {moment}) {pruning.ChangeCount} wijzigingen; {pruning.ReplacedCount} daarvan zijn later vervangen.",
                $"The log holds {pruning.ChangeCount} changes up to version {pruning.UpTo} (of before {moment}); {pruning.ReplacedCount} of them were replaced later.");
    }
}
