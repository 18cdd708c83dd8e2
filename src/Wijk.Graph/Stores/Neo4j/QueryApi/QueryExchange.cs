using System.Security.Authentication;

namespace Wijk.Graph.Stores.Neo4j.QueryApi;

/// <summary>What one try gave: an answer or a failure.</summary>
internal readonly record struct TryResult(Answer? Answer, Failure? Failure)
{
    public static implicit operator TryResult(Answer answer) => new(answer, null);

    public static implicit operator TryResult(Failure failure) => new(null, failure);
}

/// <summary>Sends a request once and reads what comes back; decides by the body whether it succeeded.</summary>
internal sealed class QueryExchange(HttpClient http, Uri address, Failures failures, QueryLimits limits, TimeProvider clock)
{
    // Also the room that one read gets, so a page of some megabytes comes in few reads.
    private const int ChunkSize = 64 * 1024;

    /// <summary>One try.</summary>
    /// <param name="request">What to send.</param>
    /// <param name="stop">Ends it: the caller's wish or the call's deadline.</param>
    /// <exception cref="OperationCanceledException"><paramref name="stop"/> was cancelled; the connection is closed.</exception>
    /// <exception cref="AnswerTooLargeException">The statement succeeded, with more rows than the limit.</exception>
    public async Task<TryResult> TryAsync(QueryRequest request, CancellationToken stop)
    {
        var name = request.Statement.Name;
        using var silence = new CancellationTokenSource(limits.SilenceTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, silence.Token);
        var body = new PooledBytes();
        var isKept = false;
        try
        {
            using var message = request.ToMessage(address);
            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, either.Token);
            if (await ReadBodyAsync(response, body, silence, either.Token) is false) return failures.TooManyBytes(name, limits.Bytes);
            var result = Judge(name, response, body);
            isKept = result.Answer is not null;
            return result;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return failures.Silent(name, limits.SilenceTimeout);
        }
        catch (HttpRequestException exception) when (exception.InnerException is AuthenticationException)
        {
            return failures.NotTrusted(exception.InnerException);
        }
        catch (HttpRequestException exception) when (exception.HttpRequestError is
            HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError)
        {
            return failures.NotReached(exception);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException)
        {
            return failures.ConnectionLost(name, exception);
        }
        finally
        {
            if (!isKept) body.Dispose();
        }
    }

    // False when it is longer than it may be.
    private async Task<bool> ReadBodyAsync(HttpResponseMessage response, PooledBytes body, CancellationTokenSource silence, CancellationToken stop)
    {
        var stream = await response.Content.ReadAsStreamAsync(stop);
        while (true)
        {
            silence.CancelAfter(limits.SilenceTimeout);
            var count = await stream.ReadAsync(body.GetMemory(ChunkSize), stop);
            if (count == 0) return true;
            body.Advance(count);
            if (body.Length > limits.Bytes) return false;
        }
    }

    private TryResult Judge(string name, HttpResponseMessage response, PooledBytes body)
    {
        switch (AnswerReader.Read(body.Span, limits.Rows))
        {
            case BodyReading.Complete complete when response.IsSuccessStatusCode:
                return new Answer(body, complete.Fields, complete.Cells, complete.RowCount);
            case BodyReading.Errors errors:
                return failures.Refused(name, errors.Code, errors.Message);
            case BodyReading.TooManyRows when response.IsSuccessStatusCode:
                throw failures.TooManyRows(name, limits.Rows);
            case BodyReading.CutShort when response.IsSuccessStatusCode:
                return failures.ConnectionLost(name, null);
            default:
                return failures.NotNeo4j(name, response.StatusCode, response.Headers.Location);
        }
    }
}
