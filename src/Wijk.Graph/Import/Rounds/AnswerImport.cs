using System.Security.Cryptography;
using System.Text;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Stores;

namespace Wijk.Graph.Import.Rounds;

/// <summary>Reads filled-in lists of rounds into a store: all of them or nothing.</summary>
public static class AnswerImport
{
    // Others may write in between; then it is compared again with what they left.
    private const int Attempts = 20;

    /// <summary>Reads the files and writes what is new in them.</summary>
    /// <param name="store">Where to.</param>
    /// <param name="files">The files.</param>
    /// <param name="day">The day on which the answers came.</param>
    /// <param name="clock">The time to record.</param>
    /// <param name="cancellationToken">Stops it; when that is before the commit, nothing is written.</param>
    /// <returns>What was read, and the version in which it stands; null when nothing was written.</returns>
    /// <exception cref="ImportFileException">A file cannot be read, or holds no list of a round; nothing was written.</exception>
    /// <exception cref="VersionConflictException">Another writer was first, several times over; nothing was written.</exception>
    public static async Task<(AnswerReading Reading, long? Version)> ReadAsync(IGraphStore store, IReadOnlyList<SourceFile> files, DateOnly day, TimeProvider clock, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var now = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
            var graph = await store.ReadContentsAsync(cancellationToken).ConfigureAwait(false);
            var reading = AnswerReading.Of(files, graph, day, now);
            if (reading.Changes.IsEmpty) return (reading, null);
            cancellationToken.ThrowIfCancellationRequested();
            try
            {
                var commit = await store.CommitAsync(
                    new() { Id = IdOf(files, reading.Version), Source = reading.Changes[0].Record!.Source, RecordedAt = now, ExpectedVersion = reading.Version, Changes = reading.Changes }, cancellationToken).ConfigureAwait(false);
                return (reading, commit.Version);
            }
            catch (VersionConflictException) when (attempt < Attempts)
            {
                // Somebody wrote in between.
            }
        }
    }

    private static string IdOf(IReadOnlyList<SourceFile> files, long version)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in files) hash.AppendData(SHA256.HashData(file.Bytes));
        hash.AppendData(Encoding.UTF8.GetBytes($"answers {version}"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
