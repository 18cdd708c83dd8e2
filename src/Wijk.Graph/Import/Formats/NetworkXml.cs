using System.Text;
using System.Xml;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads the XML of a network as a stream, without document types, entities of its own or anything from elsewhere.</summary>
internal static class NetworkXml
{
    /// <summary>The longest text that is read, in bytes, and the longest tag: a reader holds each whole, and takes long over a tag with very many attributes.</summary>
    private const int LongestText = TextBytes.LongestLine, LongestTag = 1 << 20;

    private static readonly XmlReaderSettings Settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = SourceFile.Largest,
    };

    /// <summary>Reads a network.</summary>
    /// <param name="file">The file's name.</param>
    /// <param name="bytes">All its bytes.</param>
    /// <param name="root">The name of the outermost element, such as <c>gexf</c>.</param>
    /// <param name="read">Reads what is in it; the reader stands at that element.</param>
    /// <exception cref="ImportFileException">It is not XML, or not of that form.</exception>
    public static IReadOnlyList<SourceTable> Read(string file, byte[] bytes, string root, Action<XmlReader, NetworkTables> read)
    {
        RefuseEndless(file, bytes);
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            using var reader = XmlReader.Create(stream, Settings);
            reader.MoveToContent();
            if (reader.LocalName != root) throw new ImportFileException(file, reader is IXmlLineInfo place ? place.LineNumber : 0, new(
                $"het begint met <{reader.LocalName}> en niet met <{root}>; kijk of de naam van het bestand past bij wat erin staat.",
                $"it begins with <{reader.LocalName}> and not with <{root}>; check that the file's name fits what is in it."));
            var tables = new NetworkTables(file, "");
            read(reader, tables);
            while (reader.Read())
            {
                // What comes after it must be well too, or the file was cut off.
            }

            return tables.Finish();
        }
        catch (XmlException fault)
        {
            throw new ImportFileException(file, Math.Max(0, fault.LineNumber), new(
                $"het is geen XML die te lezen is ({fault.Message}); maak het bestand opnieuw. Een documenttype (DTD) wordt niet gelezen.",
                $"it is not XML that can be read ({fault.Message}); export the file again. A document type (DTD) is not read."), fault);
        }
    }

    /// <summary>An attribute that must be there.</summary>
    /// <returns>Its value; empty when it is absent, which the mapping then refuses as a blank id.</returns>
    public static string Attribute(XmlReader reader, string name) => reader.GetAttribute(name) ?? "";

    /// <summary>The text of the element where the reader stands, without what is in elements inside it; the reader then stands at its end.</summary>
    /// <param name="reader">Stands at the start of the element.</param>
    /// <param name="label">Takes the text of an element inside it that is a label (yEd draws with these); null to leave them out.</param>
    public static string Text(XmlReader reader, Action<string>? label = null)
    {
        if (reader.IsEmptyElement) return "";
        var (own, depth) = (new StringBuilder(), reader.Depth);
        var inLabel = new StringBuilder();
        var labelDepth = 0;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType == XmlNodeType.Element && reader.LocalName is "NodeLabel" or "EdgeLabel" && !reader.IsEmptyElement)
            {
                (labelDepth, _) = (reader.Depth, inLabel.Clear());
            }
            else if (reader.NodeType == XmlNodeType.EndElement && reader.Depth == labelDepth)
            {
                if (Keys.Fold(inLabel.ToString()) is { Length: > 0 } text) label?.Invoke(text);
                labelDepth = 0;
            }
            else if (reader.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace)
            {
                if (labelDepth > 0 && reader.Depth == labelDepth + 1) inLabel.Append(reader.Value);
                else if (reader.Depth == depth + 1) own.Append(reader.Value);
            }
        }

        return own.ToString().Trim();
    }

    private static void RefuseEndless(string file, byte[] bytes)
    {
        var rest = bytes.AsSpan();
        var longest = LongestText;
        while (rest.Length > 0)
        {
            var end = rest[..Math.Min(rest.Length, longest + 1)].IndexOfAny((byte)'<', (byte)'>');
            if (end < 0 && rest.Length <= longest) return;
            if (end < 0) throw new ImportFileException(file, 0, new(
                $"er is een waarde van meer dan {longest / 1024 / 1024} miljoen tekens, meer wordt niet gelezen; laat haar weg.",
                $"there is a value of more than {longest / 1024 / 1024} million characters, the most that are read; leave it out."));
            longest = rest[end] == '<' ? LongestTag : LongestText;
            rest = rest[(end + 1)..];
        }
    }
}
