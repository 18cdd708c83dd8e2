using System.Diagnostics;

namespace Wijk.Testing;

/// <summary>A disk of a few megabytes, in memory, that a test can fill.</summary>
public sealed class SmallDisk : IDisposable
{
    private SmallDisk(string path) => Path = path;

    /// <summary>Its full path.</summary>
    public string Path { get; }

    /// <summary>Mounts one.</summary>
    /// <param name="megabytes">How large it is.</param>
    /// <param name="why">Why there is none: mounting is for administrators of Linux.</param>
    /// <returns>Null when it cannot be mounted.</returns>
    public static SmallDisk? Mount(int megabytes, out string why)
    {
        var path = Directory.CreateTempSubdirectory("wijk-disk-").FullName;
        why = OperatingSystem.IsLinux() ? Run("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "tmpfs", path) : "Only Linux has tmpfs.";
        if (why.Length == 0) return new(path);
        Directory.Delete(path);
        return null;
    }

    /// <summary>Fills it with a file, but for some bytes.</summary>
    /// <returns>The file, which can be removed to make room.</returns>
    public string Fill(long butFor)
    {
        var file = System.IO.Path.Combine(Path, "filler");
        using var filler = File.Create(file);
        for (var free = new DriveInfo(Path).AvailableFreeSpace - butFor; free > 0; free -= 4096) filler.Write(new byte[Math.Min(4096, free)]);
        return file;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Run("umount", "--lazy", Path);
        Directory.Delete(Path);
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"It cannot be mounted: {errors}";
    }
}
