using Wijk.Graph.Model;

namespace Wijk.Graph.Stores.Sqlite;

/// <summary>A data folder, with a database of SQLite in it or to be made there.</summary>
internal sealed class SqlitePlace(string path) : StorePlace
{
    /// <inheritdoc/>
    public override Words Name => $"'{path}'";

    /// <inheritdoc/>
    public override bool TakesSample => true;

    /// <inheritdoc/>
    protected override Words HowToFill => new("kies een andere map met --data", "choose another folder with --data");

    /// <inheritdoc/>
    public override Task<bool> HoldsNothingAsync(CancellationToken cancellationToken) => Task.FromResult(SqliteStore.HoldsNothing(path));

    /// <inheritdoc/>
    public override async Task CheckEmptyAsync(CancellationToken cancellationToken)
    {
        if (SqliteStore.HoldsNothing(path)) return;
        var store = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false))
        {
            var version = await store.ReadVersionAsync(cancellationToken).ConfigureAwait(false);
            if (version.Number > 0) throw new StoreNotEmptyException(Name, version.Number);
        }
    }

    /// <inheritdoc/>
    public override async Task<IGraphStore> OpenAsync(CancellationToken cancellationToken)
    {
        if (!SqliteStore.HoldsNothing(path) && !SqliteStore.IsIn(path) && DatabaseFiles.WhatIsMissing(path) is null)
        {
            throw new StoreUnavailableException(new(
                $"In '{path}' staan bestanden, maar geen gegevens van Wijk; kies een lege map, of de map met {SqliteStore.FileName}.",
                $"'{path}' holds files, but no graph of Wijk; choose an empty folder, or the one that has {SqliteStore.FileName}."));
        }

        return await SqliteStore.OpenAsync(path, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(TimeProvider clock, IProgress<Words>? progress, CancellationToken cancellationToken) =>
        SqliteDoctor.LookAsync(path, progress, cancellationToken);

    /// <inheritdoc/>
    public override async Task<Verification> VerifyAsync(CancellationToken cancellationToken)
    {
        var store = await OpenExistingAsync(cancellationToken).ConfigureAwait(false);
        await using (store.ConfigureAwait(false)) return await ContentsCheck.VerifyAsync(store, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<Adoption> AdoptAsync(AdoptionOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        // The file is Wijk's alone: there is nobody else's work in it to take.
        await CheckFilledAsync(cancellationToken).ConfigureAwait(false);
        return new([], [], Version: null);
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<RecordWarning>> AbortAsync(TimeProvider clock, CancellationToken cancellationToken) =>
        // An import is one transaction here, so none is ever half done.
        throw new NothingToAbortException(isUnderway: false);

    /// <summary>Two texts that lead to the same folder are the same place.</summary>
    public override bool Equals(object? obj) => obj is SqlitePlace other && FullPath == other.FullPath;

    /// <inheritdoc/>
    public override int GetHashCode() => FullPath.GetHashCode(StringComparison.Ordinal);

    private string FullPath => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
}
