using System.Collections.Concurrent;
using System.Net;

namespace Wijk.Benchmarks.Neo4j;

/// <summary>Stands between Wijk and Neo4j once, to learn which requests a full read sends.</summary>
internal sealed class RecordingProxy : IAsyncDisposable
{
    private readonly HttpListener listener = new();
    private readonly HttpClient http = new();
    private readonly Uri target;
    private readonly ConcurrentQueue<byte[]> bodies = new();
    private readonly Task listening;

    public RecordingProxy(Uri target, int port)
    {
        this.target = target;
        Url = new($"http://127.0.0.1:{port}/");
        listener.Prefixes.Add(Url.ToString());
        listener.Start();
        listening = ListenAsync();
    }

    public Uri Url { get; }

    /// <summary>The bodies of the requests so far.</summary>
    public IReadOnlyCollection<byte[]> Bodies => bodies;

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await listening;
        listener.Close();
        http.Dispose();
    }

    private async Task ListenAsync()
    {
        while (listener.IsListening)
        {
            try
            {
                _ = ForwardAsync(await listener.GetContextAsync());
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task ForwardAsync(HttpListenerContext context)
    {
        using var body = new MemoryStream();
        await context.Request.InputStream.CopyToAsync(body);
        bodies.Enqueue(body.ToArray());
        using var request = PlainDownload.Request(new(target, context.Request.RawUrl), body.ToArray(), context.Request.Headers["Authorization"]!);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = "application/json";
        await answer.Content.CopyToAsync(context.Response.OutputStream);
        context.Response.Close();
    }
}
