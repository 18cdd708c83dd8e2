namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>Runs statements on one Neo4j database over its HTTP Query API; each statement is one transaction.</summary>
/// <remarks>
/// Whether a statement succeeded is decided by the body of the response. What is transient is tried again as Neo4j's drivers do, since every
/// statement bears being done twice. Safe for use by several threads at once.
/// </remarks>
internal sealed class QueryApiClient : IDisposable
{
    private static readonly Statement EndRequest = Statement.Named("end-request");
    private static readonly TimeSpan PatienceToEnd = TimeSpan.FromSeconds(3);

    private readonly HttpClient http;
    private readonly QueryExchange exchange;
    private readonly Failures failures;
    private readonly QueryLimits limits;
    private readonly TimeProvider clock;
    private readonly Random jitter;

    /// <summary>A client; it connects when it is first used.</summary>
    /// <param name="settings">Server, database and user.</param>
    /// <param name="clock">Measures waits, silences and deadlines.</param>
    /// <param name="limits">How much and how long; the usual limits when null.</param>
    /// <param name="jitter">Spreads repeats; the shared one when null.</param>
    /// <exception cref="StoreUnavailableException">A setting breaks a rule.</exception>
    public QueryApiClient(Neo4jSettings settings, TimeProvider clock, QueryLimits? limits = null, Random? jitter = null)
    {
        Neo4jSettingRules.Check(settings);
        (this.clock, this.limits, this.jitter) = (clock, limits ?? new(), jitter ?? Random.Shared);
        failures = new(settings);
        http = Neo4jHttp.Create(settings);
        var root = settings.Url.AbsoluteUri.TrimEnd('/');
        exchange = new(http, new Uri($"{root}/db/{settings.Database}/query/v2"), failures, this.limits, clock);
    }

    /// <summary>Host, port and database, for messages; never credentials.</summary>
    public string Place => failures.Place;

    /// <summary>Runs a statement that only reads; the server refuses it when it writes.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="parameters">The object that the statement knows as <c>$in</c>, as a plain object that becomes JSON; null for none.</param>
    /// <param name="cancellationToken">Drops the request and its connection, and has the server end the transaction.</param>
    /// <returns>All rows; dispose it, its buffer is of a pool.</returns>
    /// <exception cref="StoreUnavailableException">The server was not reached, did not answer in time, or refused the credentials.</exception>
    /// <exception cref="QueryFailedException">The server refused the statement.</exception>
    /// <exception cref="AnswerTooLargeException">The answer is larger than the limits.</exception>
    public Task<Answer> ReadAsync(Statement statement, object? parameters, CancellationToken cancellationToken) =>
        RunAsync(new(statement, parameters, isRead: true), cancellationToken);

    /// <summary>Runs a statement that is done as well twice as once, which the caller promises; it is repeated even when it may have been done.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public Task<Answer> WriteAsync(Statement statement, object? parameters, CancellationToken cancellationToken) =>
        RunAsync(new(statement, parameters, isRead: false), cancellationToken);

    /// <summary>Runs a statement that writes some of its work at a time and answers how much as <c>count</c>, until nothing is left.</summary>
    /// <inheritdoc cref="ReadAsync"/>
    public async Task RepeatAsync(Statement statement, object parameters, CancellationToken cancellationToken)
    {
        long count;
        do
        {
            using var answer = await WriteAsync(statement, parameters, cancellationToken).ConfigureAwait(false);
            count = answer.Int64(0, "count");
        }
        while (count > 0);
    }

    /// <summary>Closes its connections.</summary>
    public void Dispose() => http.Dispose();

    private async Task<Answer> RunAsync(QueryRequest request, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.Deadline, clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        var retries = new RetryPolicy(limits.RetryTime, jitter);
        long? firstFailure = null;
        var isUnderway = false;
        Failure? last = null;
        try
        {
            while (true)
            {
                isUnderway = true;
                var result = await exchange.TryAsync(request, stop.Token);
                isUnderway = false;
                if (result.Answer is { } answer) return answer;
                var failure = last = result.Failure!;
                if (failure.IsAbandoned) await EndAsync(request);
                firstFailure ??= clock.GetTimestamp();
                if (!failure.IsTransient || retries.Next(clock.GetElapsedTime(firstFailure.Value)) is not { } wait) throw failure.Error;
                await Task.Delay(wait, clock, stop.Token);
            }
        }
        catch (OperationCanceledException) when (deadline.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            if (isUnderway) await EndAsync(request);
            throw failures.TooLate(request.Statement.Name, limits.Deadline).Error;
        }
        catch (OperationCanceledException exception) when (cancellationToken.IsCancellationRequested)
        {
            if (isUnderway) await EndAsync(request);
            // With the caller's own token, not the linked one that ended the request, and with what went wrong until then.
            throw new OperationCanceledException(exception.Message, last is null ? exception : last.Error, cancellationToken);
        }
    }

    // Neo4j finds out that a connection is gone only when it next writes to it; one that computes, or waits for a lock, would go on and commit.
    private async Task EndAsync(QueryRequest abandoned)
    {
        using var patience = new CancellationTokenSource(PatienceToEnd, clock);
        try
        {
            var result = await exchange.TryAsync(new(EndRequest, new { abandoned = abandoned.Id }, isRead: true), patience.Token);
            result.Answer?.Dispose();
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            // A server that does not answer this either is left to its own transaction timeout.
        }
    }
}
