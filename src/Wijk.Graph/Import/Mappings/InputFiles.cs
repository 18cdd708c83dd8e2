using Wijk.Graph.Import.Formats;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>The files that somebody gave, by name or as a folder.</summary>
internal sealed class InputFiles
{
    private readonly Dictionary<string, SourceFile> read = [];

    private readonly string? encoding;

    private InputFiles(IReadOnlyList<string> named, IReadOnlyList<string> found, string? encoding) => (Named, Found, this.encoding) = (named, found, encoding);

    /// <summary>Paths that were given as files: each must be used.</summary>
    public IReadOnlyList<string> Named { get; }

    /// <summary>Paths of files in folders that were given: those that fit are used.</summary>
    public IReadOnlyList<string> Found { get; }

    /// <summary>All paths in order of file name.</summary>
    public IEnumerable<string> All => Named.Concat(Found).OrderBy(Path.GetFileName, StringComparer.Ordinal).ThenBy(path => path, StringComparer.Ordinal);

    /// <summary>The files at these paths; of a folder those directly in it that have a known extension.</summary>
    /// <param name="paths">Files and folders.</param>
    /// <param name="encoding">The encoding of texts, one of <see cref="TextBytes.Encodings"/>; null to find it out.</param>
    /// <exception cref="ImportFileException">A path leads nowhere, or a folder holds nothing to read.</exception>
    public static InputFiles At(IReadOnlyList<string> paths, string? encoding = null)
    {
        if (paths.Count == 0) throw NothingAt(
            "import", new("er is geen bestand of map gegeven; noem er minstens één.", "no file or folder was given; name at least one."));
        var (named, found) = (new List<string>(), new List<string>());
        foreach (var path in paths.Distinct())
        {
            if (!Directory.Exists(path))
            {
                named.Add(File.Exists(path) ? path : throw NothingAt(
                    path, new("dit bestand of deze map is er niet; controleer de naam.", "there is no such file or folder; check the name.")));
                continue;
            }

            // Data that cannot be read is never passed over in silence.
            foreach (var file in Directory.EnumerateFiles(path).Where(UnreadableForms.HasName)) UnreadableForms.RefuseName(file);
            var files = Directory.EnumerateFiles(path).Where(file => FileFormats.OfName(file) is not null).ToArray();
            if (files.Length == 0)
            {
                throw NothingAt(path, new(
                    $"in de map staat geen bestand dat gelezen wordt ({FileFormats.Extensions}); noem de map waar ze wel staan.",
                    $"the folder holds no file that is read ({FileFormats.Extensions}); name the folder that does."));
            }

            found.AddRange(files);
        }

        return new(named, found, encoding);
    }

    /// <summary>The file at a path, read once.</summary>
    /// <exception cref="ImportFileException">It cannot be read.</exception>
    public SourceFile Read(string path) => read.TryGetValue(path, out var file) ? file : read[path] = SourceFile.Read(path) with { Encoding = encoding };

    private static ImportFileException NothingAt(string path, Words why) => new(path, 0, why);
}
