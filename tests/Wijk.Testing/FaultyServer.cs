using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Wijk.Testing;

/// <summary>A small HTTP server that answers each request with the next fault of a script, or stands between a client and a real server.</summary>
/// <remarks>It speaks plain TCP, since what it has to play is what no HTTP library sends.</remarks>
public sealed class FaultyServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> requests = new();
    private readonly ConcurrentBag<Task> connections = [];
    private readonly TaskCompletionSource clientGone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<int, Fault> script;
    private readonly HttpClient? upstream;
    private readonly X509Certificate2? certificate;
    private readonly Task accepting;
    private int next = -1;

    /// <summary>A server that plays these faults in turn, and the last one for ever.</summary>
    public FaultyServer(params Fault[] script)
        : this(null, number => script[Math.Min(number, script.Length - 1)])
    {
    }

    /// <summary>A server that decides what to do with each request; with a real one behind it, it can also pass requests on.</summary>
    /// <param name="upstream">The real server; null for none.</param>
    /// <param name="script">What happens to the request of a number, from 0; may be called by several threads at once.</param>
    /// <param name="certificate">What it proves itself with over HTTPS, with its private key; null for plain HTTP.</param>
    public FaultyServer(Uri? upstream, Func<int, Fault> script, X509Certificate2? certificate = null)
    {
        this.certificate = certificate;
        this.script = script;
        this.upstream = upstream is null ? null : new HttpClient { BaseAddress = upstream };
        listener.Start();
        Url = new Uri($"{(certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");
        accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri Url { get; }

    /// <summary>What it was sent, headers and body; requests that were refused unread are missing.</summary>
    public IReadOnlyCollection<string> Requests => requests;

    /// <summary>How many requests arrived, read or not.</summary>
    public int RequestCount => next + 1;

    /// <summary>Done when a client closed a connection in the middle of an answer.</summary>
    public Task ClientGone => clientGone.Task;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(connections);
        stop.Dispose();
        upstream?.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptSocketAsync(stop.Token);
                socket.NoDelay = true;
                connections.Add(Task.Run(() => ServeAsync(socket)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(Socket socket)
    {
        await using var network = new NetworkStream(socket, ownsSocket: true);
        await using Stream stream = certificate is null ? network : new SslStream(network);
        try
        {
            if (stream is SslStream tls) await tls.AuthenticateAsServerAsync(certificate!);
            var buffer = new byte[64 * 1024];
            for (var length = 0; ;)
            {
                length += await stream.ReadAsync(buffer.AsMemory(length), stop.Token);
                if (length == 0) return;
                var fault = script(Interlocked.Increment(ref next));
                if (fault.IsBeforeReading)
                {
                    Fault.Reset(socket);
                    return;
                }

                var request = await RawRequest.ReadAsync(stream, buffer.AsMemory(0, length), stop.Token);
                requests.Enqueue(request.Text);
                var isOpen = await fault.PlayAsync(new(socket, stream, () => request.Statement, () => PassOnAsync(request), stop.Token));
                if (!isOpen) return;
                length = 0;
            }
        }
        catch (Exception exception) when (exception is IOException or SocketException or ObjectDisposedException or AuthenticationException or HttpRequestException)
        {
            clientGone.TrySetResult();
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task<RawResponse> PassOnAsync(RawRequest request)
    {
        var real = upstream ?? throw new InvalidOperationException("There is no server behind this one; give it one to pass requests on.");
        using var content = new ByteArrayContent(request.Body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse("application/json");
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), request.Path.TrimStart('/')) { Content = content };
        if (request.Authorization is { } authorization) message.Headers.Authorization = AuthenticationHeaderValue.Parse(authorization);
        message.Headers.Accept.ParseAdd("application/json");
        using var response = await real.SendAsync(message, stop.Token);
        return new((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(stop.Token));
    }
}

/// <summary>A response as bytes.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Body">Its body.</param>
/// <param name="Headers">Further header lines, each ending in CR LF.</param>
public sealed record RawResponse(int Status, byte[] Body, string Headers = "Content-Type: application/json\r\n")
{
    /// <summary>A response with a text as body.</summary>
    public static RawResponse Of(int status, string body, string headers = "Content-Type: application/json\r\n") => new(status, Encoding.UTF8.GetBytes(body), headers);
}
