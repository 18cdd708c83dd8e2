using Wijk.Graph.Stores.Neo4j.BulkLoad;

namespace Wijk.Graph.Stores;

/// <summary>Writes a graph as files that Neo4j's own bulk loader takes, for a graph that is too large to be sent over the network.</summary>
public static class BulkLoadFiles
{
    /// <summary>Writes contents and log of a store at one version, also while others write to the store.</summary>
    /// <remarks>One CSV file for each kind of node and of relation, those of the bookkeeping, and <c>import.args</c> that names them all; decision 0008 has their meaning.</remarks>
    /// <param name="store">The store.</param>
    /// <param name="folder">A folder that is absent or empty; on failure nothing is left in it.</param>
    /// <param name="progress">Hears how many records and changes were written so far.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The version that the files hold.</returns>
    /// <exception cref="StoreException">The folder holds something or cannot be written.</exception>
    public static async Task<GraphVersion> WriteAsync(
        IGraphStore store, string folder, IProgress<long>? progress, CancellationToken cancellationToken)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new BulkLoadRefusedException(new(
                $"In '{folder}' staan al bestanden; er is niets geschreven: kies een map die leeg is of nog niet bestaat.",
                $"'{folder}' already holds files; nothing was written: choose a folder that is empty or not there yet."));
        }

        try
        {
            OwnerOnly.CreateFolder(folder);
            return await new BulkLoadWriter(store, folder, progress).WriteAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            // It was empty, so all that is in it now is half of what it should be.
            if (Directory.Exists(folder)) Array.ForEach(Directory.GetFiles(folder), File.Delete);
            if (problem is not (IOException or UnauthorizedAccessException)) throw;
            throw new StoreUnavailableException(
                new(
                    $"In '{folder}' kan niet worden geschreven: {problem.Message} Kies een map waarin u mag schrijven.",
                    $"'{folder}' cannot be written: {problem.Message} Choose a folder that this user may write."),
                problem);
        }
    }
}
