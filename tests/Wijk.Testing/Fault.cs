using System.Net.Sockets;
using System.Text;

namespace Wijk.Testing;

/// <summary>What a fault can work with: the connection, and the real server's answer to the request.</summary>
/// <param name="Socket">The connection.</param>
/// <param name="Stream">Its bytes.</param>
/// <param name="Statement">Reads the Cypher that the request brings.</param>
/// <param name="PassOnAsync">Sends the request to the real server behind and gives its response.</param>
/// <param name="Stop">The test is over.</param>
public sealed record FaultyExchange(Socket Socket, Stream Stream, Func<string> Statement, Func<Task<RawResponse>> PassOnAsync, CancellationToken Stop);

/// <summary>One thing that can happen to a request.</summary>
public sealed class Fault
{
    private readonly string name;

    private Fault(string name, Func<FaultyExchange, Task<bool>> playAsync, bool isBeforeReading = false) =>
        (this.name, PlayAsync, IsBeforeReading) = (name, playAsync, isBeforeReading);

    /// <summary>The connection is reset before the request is read: nothing can have been done.</summary>
    public static Fault ResetBeforeReading { get; } = new("reset before reading", _ => Task.FromResult(false), isBeforeReading: true);

    /// <summary>The request is read, and the connection reset.</summary>
    public static Fault ResetAfterReading { get; } = new("reset after reading", exchange => Task.FromResult(Reset(exchange.Socket)));

    /// <summary>The request is read, and the connection closed without a response, as when a server is killed.</summary>
    public static Fault CloseAfterReading { get; } = new("closed after reading", _ => Task.FromResult(false));

    /// <summary>Nothing is sent until the client gives up.</summary>
    public static Fault Silence { get; } = new("silence", WaitForClientToLeaveAsync);

    /// <summary>Rows without end.</summary>
    public static Fault Endless { get; } = new("rows without end", SendEndlessAsync);

    /// <summary>The request goes to the real server, and its response back.</summary>
    public static Fault PassOn { get; } = new("passed on", async exchange => await SendAsync(exchange, await exchange.PassOnAsync()));

    /// <summary>The real server does what is asked, and the connection is reset before anybody hears of it.</summary>
    public static Fault PassOnThenReset { get; } = new("done, then reset", async exchange =>
    {
        await exchange.PassOnAsync();
        return Reset(exchange.Socket);
    });

    /// <summary>The real server does what is asked, and a proxy between says that it does not know: a page in HTML.</summary>
    public static Fault PassOnThenPage(int status) => new($"done, status {status}", async exchange =>
    {
        await exchange.PassOnAsync();
        return await Page(status).PlayAsync(exchange);
    });

    /// <summary>What happens depends on the Cypher of the request.</summary>
    public static Fault ByStatement(Func<string, Fault> pick) => new("by statement", exchange => pick(exchange.Statement()).PlayAsync(exchange));

    /// <summary>Something else happens while the request is on its way to the real server, and nobody hears of its end.</summary>
    public static Fault PassOnDuring(Func<Task> happening) => new("passed on and never answered", async exchange =>
    {
        var passing = exchange.PassOnAsync();
        await happening();
        await passing.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        return Reset(exchange.Socket);
    });

    /// <summary>The request goes to the real server after a while, and its response back.</summary>
    public static Fault PassOnAfter(TimeSpan wait) => new($"passed on after {wait.TotalMilliseconds} ms", async exchange =>
    {
        await Task.Delay(wait, exchange.Stop);
        return await PassOn.PlayAsync(exchange);
    });

    /// <summary>The connection is reset, and the request reaches the real server all the same, after a while: perhaps after it was sent again.</summary>
    public static Fault ResetThenPassOnAfter(TimeSpan wait) => new($"reset, done after {wait.TotalMilliseconds} ms", async exchange =>
    {
        Reset(exchange.Socket);
        await Task.Delay(wait, exchange.Stop);
        await exchange.PassOnAsync();
        return false;
    });

    /// <summary>The request is answered, and reaches the real server once more after a while.</summary>
    public static Fault PassOnTwice(TimeSpan wait) => new($"done, done again after {wait.TotalMilliseconds} ms", async exchange =>
    {
        await SendAsync(exchange, await exchange.PassOnAsync() with { Headers = "Content-Type: application/json\r\nConnection: close\r\n" });
        exchange.Socket.Shutdown(SocketShutdown.Send);
        await Task.Delay(wait, exchange.Stop);
        await exchange.PassOnAsync();
        return false;
    });

    /// <summary>Whether the request stays unread.</summary>
    internal bool IsBeforeReading { get; }

    /// <summary>Plays it; true when the connection stays open for the next request.</summary>
    internal Func<FaultyExchange, Task<bool>> PlayAsync { get; }

    /// <summary>A whole response.</summary>
    public static Fault Answer(int status, string body) => Answer(RawResponse.Of(status, body));

    /// <summary>A whole response.</summary>
    public static Fault Answer(RawResponse response) => new($"status {response.Status}", exchange => SendAsync(exchange, response));

    /// <summary>What a proxy says when the server behind it is gone or slow: a page in HTML.</summary>
    public static Fault Page(int status) =>
        Answer(RawResponse.Of(status, $"<html><head><title>{status}</title></head><body>nginx</body></html>", "Content-Type: text/html\r\n"));

    /// <summary>A redirect.</summary>
    public static Fault Redirect(int status, string location) => Answer(RawResponse.Of(status, "", $"Location: {location}\r\n"));

    /// <summary>A response that promises its whole length and stops.</summary>
    /// <param name="response">The whole response.</param>
    /// <param name="bodyBytes">How many bytes of its body are sent.</param>
    /// <param name="isReset">Whether the connection is reset rather than closed.</param>
    public static Fault CutAt(RawResponse response, int bodyBytes, bool isReset = false) => new($"cut at byte {bodyBytes}", async exchange =>
    {
        await SendHeadersAsync(exchange, response, $"Content-Length: {response.Body.Length}\r\n");
        await exchange.Stream.WriteAsync(response.Body.AsMemory(0, bodyBytes), exchange.Stop);
        return isReset && Reset(exchange.Socket);
    });

    /// <summary>A response without a length, whose end is that of the connection, and that stops.</summary>
    public static Fault CutWithoutLength(RawResponse response, int bodyBytes) => new($"cut at byte {bodyBytes}, no length", async exchange =>
    {
        await SendHeadersAsync(exchange, response, "Connection: close\r\n");
        await exchange.Stream.WriteAsync(response.Body.AsMemory(0, bodyBytes), exchange.Stop);
        return false;
    });

    /// <summary>The real server does what is asked, and its response is cut in the middle.</summary>
    /// <param name="share">Which part of its body is sent, 0 to 1.</param>
    public static Fault PassOnThenCut(double share) => new($"done, cut at {share}", async exchange =>
    {
        var response = await exchange.PassOnAsync();
        return await CutAt(response, (int)(share * (response.Body.Length - 1))).PlayAsync(exchange);
    });

    /// <summary>A response of which one byte comes at a time.</summary>
    /// <param name="response">The response.</param>
    /// <param name="pause">The wait before each byte of the body.</param>
    /// <param name="clock">Measures the wait.</param>
    public static Fault Drip(RawResponse response, TimeSpan pause, TimeProvider clock) => new("one byte at a time", async exchange =>
    {
        await SendHeadersAsync(exchange, response, $"Content-Length: {response.Body.Length}\r\n");
        for (var place = 0; place < response.Body.Length; place++)
        {
            await Task.Delay(pause, clock, exchange.Stop);
            await exchange.Stream.WriteAsync(response.Body.AsMemory(place, 1), exchange.Stop);
        }

        return true;
    });

    /// <inheritdoc/>
    public override string ToString() => name;

    internal static bool Reset(Socket socket)
    {
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Close();
        return false;
    }

    private static async Task<bool> SendAsync(FaultyExchange exchange, RawResponse response)
    {
        await SendHeadersAsync(exchange, response, $"Content-Length: {response.Body.Length}\r\n");
        await exchange.Stream.WriteAsync(response.Body, exchange.Stop);
        return true;
    }

    private static async Task SendHeadersAsync(FaultyExchange exchange, RawResponse response, string framing) =>
        await exchange.Stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 {response.Status} Made\r\n{response.Headers}{framing}\r\n"), exchange.Stop);

    private static async Task<bool> WaitForClientToLeaveAsync(FaultyExchange exchange)
    {
        var sent = await exchange.Stream.ReadAsync(new byte[1], exchange.Stop);
        return sent > 0 ? false : throw new IOException("The client left.");
    }

    private static async Task<bool> SendEndlessAsync(FaultyExchange exchange)
    {
        await SendHeadersAsync(exchange, RawResponse.Of(202, ""), "Connection: close\r\n");
        await exchange.Stream.WriteAsync(Encoding.ASCII.GetBytes("""{"data":{"fields":["x"],"values":[[0]"""), exchange.Stop);
        var rows = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(",[1]", 4096)));
        while (true) await exchange.Stream.WriteAsync(rows, exchange.Stop);
    }
}
