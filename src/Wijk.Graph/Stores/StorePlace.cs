using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j;
using Wijk.Graph.Stores.Sqlite;

namespace Wijk.Graph.Stores;

/// <summary>Where a graph is kept, and with which store: a folder of this machine, or a database of Neo4j.</summary>
public abstract class StorePlace
{
    /// <summary>What stands before the folder in the text of a place, as in <c>sqlite:./wijk-data</c>.</summary>
    public const string FolderPrefix = "sqlite:";

    /// <summary>The text of the place that the environment names.</summary>
    public const string Neo4jText = "neo4j";

    /// <summary>What messages call it: a folder in quotes, or a server with its database.</summary>
    public abstract Words Name { get; }

    /// <summary>Whether an empty one may be filled with the sample unasked: a folder of one's own, never a database that is shared.</summary>
    public abstract bool TakesSample { get; }

    /// <summary>What to do when there is nothing in it yet.</summary>
    protected abstract Words HowToFill { get; }

    /// <summary>A folder, with SQLite in it; it is made when it is first written to.</summary>
    public static StorePlace Folder(string path) => new SqlitePlace(path);

    /// <summary>The database of Neo4j that the environment names: <c>WIJK_NEO4J_URL</c> and on; it is read when it is first needed.</summary>
    /// <param name="environment">The value of a variable; null when it is not set.</param>
    public static StorePlace Neo4j(Func<string, string?> environment) => new Neo4jPlace(environment);

    /// <summary>A place written as <c>sqlite:folder</c> or <c>neo4j</c>.</summary>
    /// <returns>Null when the text names no place.</returns>
    public static StorePlace? Find(string text, Func<string, string?> environment) => text == Neo4jText ? Neo4j(environment) :
        text.StartsWith(FolderPrefix, StringComparison.Ordinal) && text[FolderPrefix.Length..] is var folder && !string.IsNullOrWhiteSpace(folder)
            ? Folder(folder)
            : null;

    /// <summary>Whether there is nothing of Wijk in it yet; nothing is made by asking.</summary>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public abstract Task<bool> HoldsNothingAsync(CancellationToken cancellationToken);

    /// <summary>Checks that it can be filled from another store; nothing is made by asking.</summary>
    /// <exception cref="StoreNotEmptyException">It holds something; the message says what.</exception>
    /// <exception cref="StoreException">It cannot be read.</exception>
    public abstract Task CheckEmptyAsync(CancellationToken cancellationToken);

    /// <summary>Opens the store, and makes it where there is nothing.</summary>
    /// <exception cref="StoreException">It cannot be opened; the message says why in one sentence.</exception>
    public abstract Task<IGraphStore> OpenAsync(CancellationToken cancellationToken);

    /// <summary>Opens the store for a reader: an empty one is refused, not made.</summary>
    /// <exception cref="StoreEmptyException">There is nothing in it yet.</exception>
    /// <exception cref="StoreException">It cannot be opened.</exception>
    public async Task<IGraphStore> OpenExistingAsync(CancellationToken cancellationToken)
    {
        await CheckFilledAsync(cancellationToken).ConfigureAwait(false);
        var store = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if ((await store.ReadVersionAsync(cancellationToken).ConfigureAwait(false)).Number > 0) return store;

        // The store is there, but nothing was ever committed to it, such as after an import that was killed; or what was committed was lost.
        await store.DisposeAsync().ConfigureAwait(false);
        throw new StoreEmptyException(Name, HowToFill, new(
            "Er is wel een database, waarin niets is opgeslagen; stond er eerder wel iets in, zet dan een reservekopie terug in een lege map.",
            "There is a database, in which nothing was saved; if there was something in it before, restore a backup to an empty folder."));
    }

    /// <summary>Looks at all that must be well, and changes nothing.</summary>
    /// <param name="clock">Our clock.</param>
    /// <param name="progress">Hears what is begun that may take long, and how far it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>What was found, in the order of reading; where one thing is so wrong that the rest cannot be seen, the list ends with it.</returns>
    public abstract Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(TimeProvider clock, IProgress<Words>? progress, CancellationToken cancellationToken);

    /// <summary>Looks for what was written outside Wijk or does not fit the vocabulary, and changes nothing.</summary>
    /// <exception cref="StoreException">There is nothing in it, or it cannot be read.</exception>
    public abstract Task<Verification> VerifyAsync(CancellationToken cancellationToken);

    /// <summary>Takes over what was written outside Wijk and fits, as one change set; the rest is left as it is.</summary>
    /// <exception cref="StoreException">There is nothing in it, or it cannot be written.</exception>
    public abstract Task<Adoption> AdoptAsync(AdoptionOptions options, TimeProvider clock, CancellationToken cancellationToken);

    /// <summary>Discards a large import that was begun and cannot be finished; the graph is as it was before, but for what is returned.</summary>
    /// <returns>What was not put back: somebody edited it meanwhile, or nobody can tell who took it away.</returns>
    /// <exception cref="NothingToAbortException">There is none, or it is being stored.</exception>
    /// <exception cref="StoreException">It cannot be written.</exception>
    public abstract Task<IReadOnlyList<RecordWarning>> AbortAsync(TimeProvider clock, CancellationToken cancellationToken);

    /// <summary>Refuses an empty place, where there is nothing to do.</summary>
    /// <exception cref="StoreEmptyException">There is nothing in it yet.</exception>
    protected async Task CheckFilledAsync(CancellationToken cancellationToken)
    {
        if (await HoldsNothingAsync(cancellationToken).ConfigureAwait(false)) throw new StoreEmptyException(Name, HowToFill);
    }

    /// <summary>The name, in Dutch; <see cref="Name"/> has both languages.</summary>
    public override string ToString() => Name.Nl;
}
