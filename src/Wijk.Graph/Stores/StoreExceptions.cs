using System.Collections.Immutable;
using Wijk.Graph.Model;

namespace Wijk.Graph.Stores;

/// <summary>Something a store could not do; its words are one clear sentence for the person at the keyboard.</summary>
public abstract class StoreException(Words why, Exception? inner = null) : ExplainedException(why, inner);

/// <summary>Another writer was first.</summary>
public sealed class VersionConflictException(long expected, long actual) : StoreException(new(
    $"De gegevens zijn nu versie {actual}, niet versie {expected} waar de wijziging op is gemaakt; lees ze opnieuw en doe de wijziging nog eens.",
    $"The graph is at version {actual}, not at version {expected} that the change was made against; read it again and repeat the change."))
{
    /// <summary>The version the change set was made against.</summary>
    public long Expected { get; } = expected;

    /// <summary>The version the store is at.</summary>
    public long Actual { get; } = actual;
}

/// <summary>One change that was refused.</summary>
/// <param name="Index">Its place in the change set, from 0.</param>
/// <param name="Key">The key of the record.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record RefusedChange(int Index, string Key, Problem Problem);

/// <summary>Changes break the vocabulary or refer to nothing; nothing was written.</summary>
public sealed class ChangesRefusedException(ImmutableArray<RefusedChange> refused) : StoreException(
    new Words(
        $"{refused.Length} wijzigingen zijn geweigerd, er is niets geschreven. De eerste: '{TextRules.Shown(refused[0].Key)}': ",
        $"{refused.Length} changes were refused, nothing was written. The first: '{TextRules.Shown(refused[0].Key)}': ") + refused[0].Problem.Message)
{
    /// <summary>All that were refused, in the order of the change set.</summary>
    public ImmutableArray<RefusedChange> Refused { get; } = refused;
}

/// <summary>A change set is larger than the store commits at once; nothing was written.</summary>
public sealed class ChangeSetTooLargeException(Words unit, long size, long limit) : StoreException(
    new Words($"De wijziging is te groot om in één keer op te slaan: {size} ", $"The change set is too large to commit at once: {size} ")
    + unit
    + new Words(
        $", en hooguit {limit} kan; splits haar, of lees haar in als bestand met 'import'.",
        $", of at most {limit}; split it, or bring it in as a file with 'import'."))
{
    /// <summary>How large it is.</summary>
    public long Size { get; } = size;

    /// <summary>How large it may be.</summary>
    public long Limit { get; } = limit;
}

/// <summary>A store that must be empty holds something; nothing was written.</summary>
public sealed class StoreNotEmptyException : StoreException
{
    /// <summary>A place that holds a graph.</summary>
    public StoreNotEmptyException(Words place, long version)
        : this(place, new Words($"al gegevens (versie {version})", $"a graph already (version {version})"))
    {
    }

    /// <summary>A place that holds something else.</summary>
    /// <param name="place">What messages call the place.</param>
    /// <param name="holds">What it holds, as the end of a sentence.</param>
    public StoreNotEmptyException(Words place, Words holds)
        : base(place + new Words(" bevat ", " holds ") + holds + new Words(
            "; er is niets geschreven: kies een lege map of een lege database.", "; nothing was written: choose an empty folder or an empty database."))
    {
    }
}

/// <summary>There is no large change set to discard.</summary>
public sealed class NothingToAbortException(bool isUnderway) : StoreException(isUnderway
    ? new(
        "De grote import wordt nu opgeslagen; wacht tot dat klaar is. Is het proces gestopt, probeer het dan over een halve minuut opnieuw.",
        "The large import is being stored now; wait until that is done. If its process has stopped, try again in half a minute.")
    : new("Er is geen grote import begonnen die niet af is; er is niets in te trekken.", "No large import was begun and not finished; there is nothing to discard."));

/// <summary>There is nothing in the store yet, and what was asked needs something.</summary>
/// <param name="place">What messages call the place.</param>
/// <param name="otherwise">What can be done but importing, as the end of a sentence.</param>
/// <param name="remark">What else there is to say of it; null when there is nothing.</param>
public sealed class StoreEmptyException(Words place, Words otherwise, Words? remark = null) : StoreException(Words.Join(
    new Words("In ", "There is nothing in ") + place
    + new Words(" staat nog niets: lees eerst gegevens in met 'import', of ", " yet: import data first, or ") + otherwise + ".",
    remark));

/// <summary>The database was made by a newer Wijk.</summary>
public sealed class StoreTooNewException(string place, long found, long known) : StoreException(new(
    $"{place} is gemaakt door een nieuwere Wijk (schema {found}; deze Wijk kent {known}): gebruik die, of breng de gegevens daarmee over met 'export' of 'copy'.",
    $"{place} was made by a newer Wijk (schema {found}; this Wijk knows {known}): use that one, or bring the graph over with its 'export' or 'copy'."));

/// <summary>The database cannot be opened, read or written.</summary>
public sealed class StoreUnavailableException(Words why, Exception? inner = null) : StoreException(why, inner);

/// <summary>The database was removed or replaced while it was in use: what is written to it now nobody will ever read, so nothing is confirmed.</summary>
/// <param name="place">What messages call the database.</param>
public sealed class StoreGoneException(string place) : StoreException(new(
    $"{place} is weggehaald of vervangen terwijl Wijk ermee werkte, dus er kan niets worden opgeslagen. "
        + "Stop Wijk, zet de map terug of zet een reservekopie terug in een lege map, en start Wijk opnieuw.",
    $"{place} was removed or replaced while Wijk was using it, so nothing can be saved. "
        + "Stop Wijk, put the folder back or restore a backup to an empty folder, and start Wijk again."));
