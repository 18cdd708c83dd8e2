namespace Wijk.Testing;

/// <summary>The turn of one test process with a server that others use too: each empties it. It lasts until all classes that share the server are done.</summary>
public sealed class Neo4jTurn : IDisposable
{
    // Open as long as the turn lasts, and closed when the process ends, however it ends.
    private static FileStream? turn;

    /// <summary>Waits for the turn of this process.</summary>
    internal static async Task TakeAsync(string url)
    {
        var file = Path.Combine(Path.GetTempPath(), $"wijk-test-neo4j-{new Uri(url).Port}.lock");
        while (turn is null)
        {
            try
            {
                turn = new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            }
            catch (IOException)
            {
                await Task.Delay(200);
            }
        }
    }

    /// <inheritdoc/>
    public void Dispose() => turn?.Dispose();
}
