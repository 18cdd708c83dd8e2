using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>A file that cannot be read as a whole.</summary>
/// <param name="file">The file's name, with sheet or part.</param>
/// <param name="row">The row where it fails; 0 when it is about the whole file.</param>
/// <param name="problem">The value, the rule and the next step.</param>
/// <param name="cause">What a library said of it; null when there is none.</param>
public sealed class ImportFileException(string file, int row, Words problem, Exception? cause = null)
    : ExplainedException((row > 0 ? new RowPlace(file, row).Label : file) + ": " + problem, cause)
{
    /// <summary>The file's name, with sheet or part.</summary>
    public string File { get; } = file;

    /// <summary>The row where it fails; 0 when it is about the whole file.</summary>
    public int Row { get; } = row;
}
