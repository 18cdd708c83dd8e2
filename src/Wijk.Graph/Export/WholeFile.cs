using Wijk.Graph.Stores;

namespace Wijk.Graph.Export;

/// <summary>Writes files that, under their own name, are always whole, and that only their owner may read.</summary>
public static class WholeFile
{
    /// <summary>Writes to a file beside it, which takes its name once all of it is on the disk; only then is a file that was there replaced.</summary>
    /// <param name="file">The path of the file.</param>
    /// <param name="write">Writes its contents.</param>
    /// <exception cref="FileNotWrittenException">The file cannot be written.</exception>
    public static async Task WriteAsync(string file, Func<Stream, Task> write)
    {
        var part = $"{file}.part";
        try
        {
            var stream = OwnerOnly.CreateFile(part);
            await using (stream.ConfigureAwait(false))
            {
                await write(stream).ConfigureAwait(false);
                stream.Flush(flushToDisk: true);
            }

            File.Move(part, file, overwrite: true);
        }
        catch (Exception problem)
        {
            if (File.Exists(part)) File.Delete(part);
            if (problem is not (IOException or UnauthorizedAccessException)) throw;
            throw new FileNotWrittenException(file, problem);
        }
    }
}
