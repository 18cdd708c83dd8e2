using Wijk.Graph.Stores.Sqlite;

namespace Wijk.Graph.Stores;

/// <summary>Where a graph is kept on this machine, and with which store.</summary>
/// <param name="Path">The folder; it is made when it is first written to.</param>
public sealed record DataFolder(string Path)
{
    /// <summary>Whether there is nothing in it yet: it may be filled.</summary>
    /// <exception cref="StoreException">The folder cannot be read.</exception>
    public bool HoldsNothing => SqliteStore.HoldsNothing(Path);

    /// <summary>Opens the store in the folder, and makes it when the folder holds nothing.</summary>
    /// <exception cref="StoreException">It cannot be opened, or the folder holds other things; the message says why in one sentence.</exception>
    public async Task<IGraphStore> OpenAsync(CancellationToken cancellationToken)
    {
        if (!HoldsNothing && !SqliteStore.IsIn(Path))
        {
            throw new StoreUnavailableException(new(
                $"In '{Path}' staan bestanden, maar geen gegevens van Wijk; kies een lege map, of de map met {SqliteStore.FileName}.",
                $"'{Path}' holds files, but no graph of Wijk; choose an empty folder, or the one that has {SqliteStore.FileName}."));
        }

        return await SqliteStore.OpenAsync(Path, cancellationToken).ConfigureAwait(false);
    }
}
