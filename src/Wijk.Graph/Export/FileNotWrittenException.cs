using Wijk.Graph.Model;

namespace Wijk.Graph.Export;

/// <summary>A file could not be written; what was there before is still there.</summary>
/// <param name="file">The path of the file.</param>
/// <param name="problem">What the system said of it.</param>
public sealed class FileNotWrittenException(string file, Exception problem) : ExplainedException(
    new(
        $"'{file}' kan niet worden geschreven: {problem.Message} Kies een map waarin u mag schrijven.",
        $"'{file}' cannot be written: {problem.Message} Choose a folder that you may write to."),
    problem);
