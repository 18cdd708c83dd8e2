using System.Reflection;
using Wijk.Graph.Import.Formats;
using Wijk.Graph.Import.Template;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Mappings;

/// <summary>The mappings that come with Wijk, and those that others write.</summary>
public static class MappingLibrary
{
    private const string Extension = ".json";
    private const long LongestMapping = 16 << 20;

    // Those that know their source by its own names come before those that would take any network, these before any list of pairs, and last ties
    // as the form has them. The form itself and lists of activities are known as well as a source is.
    private static readonly string[][] Recognised =
    [
        ["360giving", "amsterdam-gebieden", "amsterdam-subsidies", "cbs-gebieden", "hsds", "hsds-json", "rijk-subsidies"],
        ["network", "partner-survey"],
        ["adjacency-matrix", "edge-list"],
        [TemplateMapping.MappingName],
    ];

    // Whatever has two columns, or one for an organisation, would fit these.
    private static readonly string[] OnlyNamed = ["edge-list-plain", "partner-matrix"];
    private static readonly Lazy<string> SchemaText = new(() => Embedded("mapping.schema"));

    /// <summary>The names of the mappings that come with Wijk.</summary>
    public static IReadOnlyList<string> Shipped { get; } = [.. Recognised.SelectMany(names => names).Concat(OnlyNamed).Order(StringComparer.Ordinal)];

    /// <summary>The JSON Schema that mappings are written to.</summary>
    public static string Schema => SchemaText.Value;

    /// <summary>A mapping that comes with Wijk, or one in a JSON file.</summary>
    /// <param name="nameOrFile">Its name, or the path of a file.</param>
    /// <exception cref="MappingException">There is none, or it is written wrongly.</exception>
    public static Mapping Find(string nameOrFile)
    {
        if (nameOrFile == TemplateMapping.MappingName) return new TemplateMapping();
        if (Shipped.Contains(nameOrFile)) return DeclaredMapping.Parse(nameOrFile, Embedded(nameOrFile));
        if (!File.Exists(nameOrFile))
        {
            throw new MappingException(nameOrFile, "", new Words(
                    "er is geen vertaling en geen bestand met deze naam; de vertalingen zijn ", "there is no mapping and no file of this name; mappings are ")
                + string.Join(", ", Shipped) + "." + NearestName.Hint(nameOrFile, Shipped)
                + new Words(" Geef voor een eigen vertaling het pad van het JSON-bestand.", " For a mapping of your own give the path of its JSON file."));
        }

        try
        {
            if (SourceFile.LengthOf(nameOrFile) is 0 or > LongestMapping)
            {
                throw new MappingException(nameOrFile, "", new(
                    $"het bestand is leeg, groter dan {LongestMapping >> 20} MB, of een pijp of apparaat; geef een JSON-bestand.",
                    $"the file is empty, larger than {LongestMapping >> 20} MB, or a pipe or a device; give a JSON file."));
            }

            return DeclaredMapping.Parse(Path.GetFileName(nameOrFile), File.ReadAllText(nameOrFile));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new MappingException(nameOrFile, "", new(
                $"het bestand is niet te lezen ({fault.Message}); controleer de rechten.", $"the file cannot be read ({fault.Message}); check its permissions."));
        }
    }

    /// <summary>The one mapping of Wijk that fits these files, by their names and headings.</summary>
    /// <param name="paths">Files or folders.</param>
    /// <param name="encoding">The encoding of texts, one of <see cref="TextBytes.Encodings"/>; null to find it out.</param>
    /// <exception cref="ImportFileException">A path leads nowhere, or a file that was named cannot be read.</exception>
    /// <exception cref="MappingException">None fits, or several do.</exception>
    public static Mapping Detect(IReadOnlyList<string> paths, string? encoding = null)
    {
        var input = InputFiles.At(paths, encoding);
        // A file that cannot be read at all says more than "none fits".
        foreach (var path in input.Named) RefuseUnreadable(input.Read(path));
        var isTemplate = TemplateMapping.HasSheetOfTemplate(input);
        string[][] order = isTemplate || TemplateMapping.HasSheetOfForm(input) ? [[.. Recognised[0], TemplateMapping.MappingName], .. Recognised[1..]] : Recognised;
        var fitting = order.Select(names => names.Select(Find).Where(mapping => mapping.Fits(input)).ToArray()).FirstOrDefault(found => found.Length > 0) ?? [];

        // A list of activities is known by its headings; a mapping that was made for the source knows more of it.
        if (fitting.Length > 1 && !isTemplate) fitting = [.. fitting.Where(mapping => mapping is not TemplateMapping)];
        if (fitting is []) foreach (var path in input.Found) input.Read(path);
        var shown = string.Join(", ", input.All.Select(Path.GetFileName).Take(5));
        return fitting switch
        {
            [var only] => only,
            [] => throw Unclear(new(
                $"geen van {string.Join(", ", Shipped)} past bij {shown} op naam en koppen; kies er een met --mapping, of laat er een voorstellen met: mapping suggest.",
                $"none of {string.Join(", ", Shipped)} fits {shown} by name and headings; name one with --mapping, or have one proposed with: mapping suggest.")),
            _ => throw Unclear(new(
                $"{string.Join(" en ", fitting.Select(mapping => mapping.Name))} passen bij {shown}; kies de bedoelde met --mapping.",
                $"{string.Join(" and ", fitting.Select(mapping => mapping.Name))} fit {shown}; name the one you mean with --mapping.")),
        };
    }

    // An object of JSON may hold tables in its parts and be none itself.
    private static void RefuseUnreadable(SourceFile file)
    {
        if (FileFormats.OfName(file.Name) != FileFormat.Json) TableReader.Read(file);
        else _ = file.Json;
    }

    private static MappingException Unclear(Words why) => new(new Words("(geen gekozen)", "(none named)"), "", why);

    private static string Embedded(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Mappings.{name}{Extension}")
            ?? throw new InvalidOperationException($"The mapping '{name}' is not part of this build.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
