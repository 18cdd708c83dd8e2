using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Wijk.Graph.Stores.Neo4j;

namespace Wijk.Benchmarks.Neo4j;

/// <summary>A plain HTTP client that downloads the same pages, as many at a time, and looks at nothing.</summary>
internal static class PlainDownload
{
    private const int RequestsAtATime = 4;

    public static async Task<(TimeSpan Time, long Bytes)> RunAsync(Neo4jSettings settings, IReadOnlyCollection<byte[]> bodies)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromMinutes(10) };
        var address = new Uri(settings.Url, $"db/{settings.Database}/query/v2");
        var credentials = "Basic " + Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.User}:{settings.Password}"));
        long total = 0;
        var started = Stopwatch.GetTimestamp();
        await Parallel.ForEachAsync(
            bodies,
            new ParallelOptions { MaxDegreeOfParallelism = RequestsAtATime },
            async (body, stopping) =>
            {
                using var request = Request(address, body, credentials);
                using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, stopping);
                await using var stream = await answer.Content.ReadAsStreamAsync(stopping);
                var buffer = new byte[128 * 1024];
                int count;
                while ((count = await stream.ReadAsync(buffer, stopping)) > 0) Interlocked.Add(ref total, count);
            });
        return (Stopwatch.GetElapsedTime(started), total);
    }

    public static HttpRequestMessage Request(Uri address, byte[] body, string credentials)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Accept.Add(new("application/json"));
        request.Headers.Authorization = AuthenticationHeaderValue.Parse(credentials);
        return request;
    }
}
