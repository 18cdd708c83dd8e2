using Wijk.Graph.Model;
using Wijk.Graph.Stores.Neo4j.ForeignEdits;
using Wijk.Graph.Stores.Neo4j.Doctor;
using Wijk.Graph.Stores.Neo4j.QueryApi;

namespace Wijk.Graph.Stores.Neo4j;

/// <summary>The database of Neo4j that the environment names.</summary>
internal sealed class Neo4jPlace(Func<string, string?> environment) : StorePlace
{
    private Neo4jSettings? settings;

    /// <inheritdoc/>
    public override Words Name => new($"Neo4j op {Settings.Place}", $"Neo4j at {Settings.Place}");

    /// <inheritdoc/>
    public override bool TakesSample => false;

    /// <inheritdoc/>
    protected override Words HowToFill => new("vul het met 'copy'", "fill it with 'copy'");

    private Neo4jSettings Settings => settings ??= Neo4jSettings.FromEnvironment(environment);

    /// <inheritdoc/>
    public override async Task<bool> HoldsNothingAsync(CancellationToken cancellationToken)
    {
        using var client = new QueryApiClient(Settings, TimeProvider.System);
        await ServerVersion.CheckAsync(client, Settings.Place, cancellationToken).ConfigureAwait(false);
        using var answer = await client.ReadAsync(Statements.Version, null, cancellationToken).ConfigureAwait(false);
        return answer.RowCount == 0 || answer.Int64(0, "version") == 0;
    }

    /// <inheritdoc/>
    public override async Task CheckEmptyAsync(CancellationToken cancellationToken)
    {
        using var client = new QueryApiClient(Settings, TimeProvider.System);
        await ServerVersion.CheckAsync(client, Settings.Place, cancellationToken).ConfigureAwait(false);
        using var answer = await client.ReadAsync(Statements.Version, null, cancellationToken).ConfigureAwait(false);
        if (answer.RowCount > 0 && answer.Int64(0, "version") is > 0 and var version) throw new StoreNotEmptyException(Name, version);
        var foreign = await new ForeignEditReader(client).ReadOtherNodesAsync(cancellationToken).ConfigureAwait(false);
        if (foreign.Count == 0) return;
        var (count, labels) = (foreign.Sum(nodes => nodes.Count), string.Join(", ", foreign.Select(nodes => nodes.Labels)));
        throw new StoreNotEmptyException(Name, new Words($"{count} knopen die niet van Wijk zijn ({labels})", $"{count} nodes that are not Wijk's ({labels})"));
    }

    /// <inheritdoc/>
    public override async Task<IGraphStore> OpenAsync(CancellationToken cancellationToken) =>
        await Neo4jStore.OpenAsync(Settings, TimeProvider.System, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override Task<IReadOnlyList<Diagnosis>> DiagnoseAsync(TimeProvider clock, IProgress<Words>? progress, CancellationToken cancellationToken) =>
        Neo4jDoctor.LookAsync(environment, clock, progress, cancellationToken);

    /// <inheritdoc/>
    public override async Task<Verification> VerifyAsync(CancellationToken cancellationToken)
    {
        await CheckFilledAsync(cancellationToken).ConfigureAwait(false);
        using var client = new QueryApiClient(Settings, TimeProvider.System);
        await new Migrations(client, TimeProvider.System).CheckAsync(Settings.Place, cancellationToken).ConfigureAwait(false);
        return await new ForeignEditDesk(client, TimeProvider.System, Settings.Place).VerifyAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<Adoption> AdoptAsync(AdoptionOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        await CheckFilledAsync(cancellationToken).ConfigureAwait(false);
        using var client = new QueryApiClient(Settings, clock);
        await new Migrations(client, clock).CheckAsync(Settings.Place, cancellationToken).ConfigureAwait(false);
        return await new ForeignEditDesk(client, clock, Settings.Place).AdoptAsync(options, clock.GetUtcNow(), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<RecordWarning>> AbortAsync(TimeProvider clock, CancellationToken cancellationToken)
    {
        using var client = new QueryApiClient(Settings, clock);
        await new Migrations(client, clock).CheckAsync(Settings.Place, cancellationToken).ConfigureAwait(false);
        return await new StagedLoads(client, clock).AbortAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>There is one environment, and so one database that it names.</summary>
    public override bool Equals(object? obj) => obj is Neo4jPlace;

    /// <inheritdoc/>
    public override int GetHashCode() => typeof(Neo4jPlace).GetHashCode();
}
