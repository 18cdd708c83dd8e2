using System.Globalization;

namespace Wijk.Graph.Stores.Neo4j.BulkLoad;

/// <summary>The arguments of Neo4j's bulk loader, with comments for the person who runs it.</summary>
internal static class LoaderArguments
{
    /// <summary>The file with the arguments of <c>neo4j-admin database import full</c>.</summary>
    public const string FileName = "import.args";

    private const long DefaultReadBuffer = 4 << 20;

    /// <summary>Writes the arguments and an explanation, last, so that half a folder cannot be loaded.</summary>
    public static async Task WriteAsync(
        string folder, GraphVersion version, IReadOnlyList<BulkFile> files, char listDelimiter, CancellationToken cancellationToken)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "README.txt"), Explanation(version), cancellationToken).ConfigureAwait(false);
        await File.WriteAllLinesAsync(Path.Combine(folder, FileName), Of(files, listDelimiter), cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<string> Of(IReadOnlyList<BulkFile> files, char listDelimiter)
    {
        yield return "--id-type=string";
        yield return $"--array-delimiter=U+{((int)listDelimiter).ToString("X4", CultureInfo.InvariantCulture)}";
        yield return $"--read-buffer-size={Math.Max(DefaultReadBuffer, files.Max(file => file.LongestRow)).ToString(CultureInfo.InvariantCulture)}";

        // A file of which the loader knows that no text runs over several lines is read by all cores.
        var severalLines = files.Where(file => file.HasLineBreaks).Select(file => file.Name).ToArray();
        if (severalLines.Length > 0)
        {
            yield return "--multiline-fields-format=v2";
            yield return $"--multiline-fields={string.Join(',', severalLines)}";
        }

        foreach (var file in files) yield return file.Argument;
    }

    private static string Explanation(GraphVersion version) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        Wijk, versie {version.Number} van de gegevens, voor de bulklader van Neo4j 5.26 of nieuwer.

        1. Stop Neo4j.
        2. Voer in deze map uit, als wie deze bestanden schreef (een ander mag ze niet lezen, want er kunnen personen in staan):
             neo4j-admin database import full neo4j @{FileName}
           Staat er al iets in die database, dan weigert Neo4j dat. Met --overwrite-destination=true erachter wordt
           alles weggegooid wat erin staat.
        3. Start Neo4j en open de gegevens met Wijk: die legt de indexen aan en maakt de laatste stap af.

        Wijk, version {version.Number} of the graph, for the bulk loader of Neo4j 5.26 or later.

        1. Stop Neo4j.
        2. Run in this folder, as the user who wrote these files (nobody else may read them, since they may hold persons):
             neo4j-admin database import full neo4j @{FileName}
           If that database already holds something, Neo4j refuses. With --overwrite-destination=true behind it,
           everything that it holds is thrown away.
        3. Start Neo4j and open the graph with Wijk, which makes the indexes and finishes the last step.

        """);
}
