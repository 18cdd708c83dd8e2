using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>Files that people bring and that are not read, each with what to do about it.</summary>
internal static class UnreadableForms
{
    private static readonly Words OldWorkbook = new(
        "dit is een werkboek in de oude vorm van Excel (.xls), of een met een wachtwoord; open het en kies Opslaan als, Excel-werkmap (.xlsx), zonder wachtwoord.",
        "this is a workbook in Excel's old form (.xls), or one with a password; open it and choose Save as, Excel workbook (.xlsx), without a password.");

    private static readonly Dictionary<string, Words> ByExtension = new(StringComparer.OrdinalIgnoreCase)
    {
        [".xls"] = OldWorkbook,
        [".xlsb"] = new(
            "dit is een binair werkboek (.xlsb), dat wordt niet gelezen; open het en kies Opslaan als, Excel-werkmap (.xlsx).",
            "this is a binary workbook (.xlsb), which is not read; open it and choose Save as, Excel workbook (.xlsx)."),
        [".numbers"] = new(
            "dit is een werkblad van Numbers, dat wordt niet gelezen; kies Exporteer naar, Excel of CSV.",
            "this is a spreadsheet of Numbers, which is not read; choose Export to, Excel or CSV."),
        [".zip"] = new(
            "dit is een zipbestand, dat wordt niet uitgepakt; pak het uit en geef de map of de bestanden.",
            "this is a zip file, which is not unpacked; unpack it and give the folder or the files."),
        [".gephi"] = new(
            "dit is een project van Gephi, dat wordt niet gelezen; kies in Gephi Bestand, Exporteren, Graafbestand, en dan GEXF.",
            "this is a project of Gephi, which is not read; choose File, Export, Graph file in Gephi, and then GEXF."),
        [".shp"] = new(
            "dit is een shapefile, die wordt niet gelezen; bewaar de laag als GeoJSON, bijvoorbeeld met QGIS.",
            "this is a shapefile, which is not read; save the layer as GeoJSON, for instance with QGIS."),
        [".gpkg"] = new(
            "dit is een geopackage, dat wordt niet gelezen; bewaar de laag als GeoJSON, bijvoorbeeld met QGIS.",
            "this is a geopackage, which is not read; save the layer as GeoJSON, for instance with QGIS."),
    };

    /// <summary>Whether a file of this name holds data in a form that is not read.</summary>
    public static bool HasName(string file) => ByExtension.ContainsKey(Path.GetExtension(file));

    /// <summary>Refuses a form that is not read, by what it holds or what it is called.</summary>
    /// <exception cref="ImportFileException">It is one.</exception>
    public static void Refuse(string file, byte[] bytes)
    {
        // The compound file of Microsoft: old workbooks, and new ones that are locked with a password.
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..]) throw new ImportFileException(file, 0, OldWorkbook);
        RefuseName(file);
    }

    /// <summary>Refuses a form that is not read, by what it is called.</summary>
    /// <exception cref="ImportFileException">It is one.</exception>
    public static void RefuseName(string file)
    {
        if (ByExtension.TryGetValue(Path.GetExtension(file), out var why)) throw new ImportFileException(Path.GetFileName(file), 0, why);
    }

    /// <summary>The refusal of a file whose name says nothing.</summary>
    public static ImportFileException Unknown(string file) => new(file, 0, new(
        $"'{Path.GetExtension(file)}' is geen bekend soort bestand; geef {FileFormats.Extensions}.",
        $"'{Path.GetExtension(file)}' is not a known kind of file; give {FileFormats.Extensions}."));
}
