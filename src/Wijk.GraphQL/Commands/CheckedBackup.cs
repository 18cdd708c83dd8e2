using Wijk.Graph.Export;
using Wijk.Graph.Import;
using Wijk.Graph.Model;
using Wijk.Graph.Stores;

namespace Wijk.GraphQL.Commands;

/// <summary>A backup that was read again after it was written.</summary>
internal static class CheckedBackup
{
    /// <summary>Writes graph and whole log to a file, and reads that.</summary>
    /// <returns>The version that it holds.</returns>
    /// <exception cref="Refusal">It was written and cannot be put back.</exception>
    public static async Task<GraphVersion> WriteAsync(IGraphStore store, FileInfo target, CancellationToken cancellationToken)
    {
        var version = await Backup.BackupAsync(store, target.FullName, progress: null, cancellationToken);
        await CheckAsync(target, cancellationToken);
        return version;
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
