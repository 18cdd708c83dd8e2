using System.Globalization;
using System.Text;
using System.Xml;
using Wijk.Graph.Model;

namespace Wijk.Graph.Export;

/// <summary>Writes a network as GEXF, for Gephi, or as GraphML, for networkx, yEd and others.</summary>
/// <remarks>
/// Every edge is written with a direction, since most readers take one sort of edge in a file; which kinds have none, such as COLLABORATES, stands in <c>directed</c>.
/// GEXF is of edition 1.2, which all readers know. Periods are written as days, from the first to the last that they may mean.
/// </remarks>
public static class NetworkXmlFile
{
    private const string Gexf = "http://www.gexf.net/1.2draft";
    private const string GraphMl = "http://graphml.graphdrawing.org/xmlns";

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };

    /// <summary>Writes GEXF; the stream stays open.</summary>
    public static void WriteGexf(Stream stream, PublicNetwork network)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        var isDynamic = network.Nodes.Any(node => HasPeriod(node.Record)) || network.Edges.Any(edge => HasPeriod(edge.Record));
        var (nodeColumns, edgeColumns) = (Columns(network.Nodes.Select(Values)), Columns(network.Edges.Select(Values)));
        xml.WriteStartElement("gexf", Gexf);
        xml.WriteAttributeString("version", "1.2");
        xml.WriteStartElement("meta", Gexf);
        xml.WriteElementString("creator", Gexf, "Wijk");
        xml.WriteEndElement();
        xml.WriteStartElement("graph", Gexf);
        xml.WriteAttributeString("mode", isDynamic ? "dynamic" : "static");
        xml.WriteAttributeString("defaultedgetype", "directed");
        if (isDynamic) xml.WriteAttributeString("timeformat", "date");
        WriteColumns(xml, "node", nodeColumns);
        WriteColumns(xml, "edge", edgeColumns);
        xml.WriteStartElement("nodes", Gexf);
        foreach (var node in network.Nodes)
        {
            xml.WriteStartElement("node", Gexf);
            xml.WriteAttributeString("id", Text(node.Key));
            xml.WriteAttributeString("label", Text(node.Label));
            WritePeriod(xml, node.Record);
            WriteValues(xml, Values(node), nodeColumns);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteStartElement("edges", Gexf);
        foreach (var edge in network.Edges)
        {
            xml.WriteStartElement("edge", Gexf);
            xml.WriteAttributeString("id", Text(edge.Id));
            xml.WriteAttributeString("source", Text(edge.From));
            xml.WriteAttributeString("target", Text(edge.To));
            xml.WriteAttributeString("label", edge.Kind);
            WritePeriod(xml, edge.Record);
            WriteValues(xml, Values(edge), edgeColumns);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>Writes GraphML; the stream stays open.</summary>
    public static void WriteGraphMl(Stream stream, PublicNetwork network)
    {
        using var xml = XmlWriter.Create(stream, Settings);
        var nodeColumns = Columns(network.Nodes.Select(node => Values(node).Prepend(("label", node.Label))));
        var edgeColumns = Columns(network.Edges.Select(Values));
        xml.WriteStartElement("graphml", GraphMl);
        WriteKeys(xml, "node", "n", nodeColumns);
        WriteKeys(xml, "edge", "e", edgeColumns);
        xml.WriteStartElement("graph", GraphMl);
        xml.WriteAttributeString("id", "wijk");
        xml.WriteAttributeString("edgedefault", "directed");
        foreach (var node in network.Nodes)
        {
            xml.WriteStartElement("node", GraphMl);
            xml.WriteAttributeString("id", Text(node.Key));
            WriteData(xml, "n", Values(node).Prepend(("label", node.Label)), nodeColumns);
            xml.WriteEndElement();
        }

        foreach (var edge in network.Edges)
        {
            xml.WriteStartElement("edge", GraphMl);
            xml.WriteAttributeString("id", Text(edge.Id));
            xml.WriteAttributeString("source", Text(edge.From));
            xml.WriteAttributeString("target", Text(edge.To));
            WriteData(xml, "e", Values(edge), edgeColumns);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    /// <summary>What is told of a node, beside its key and name: its kind, attributes, period and source.</summary>
    internal static IEnumerable<(string Name, string Value)> Values(NetworkNode node) => [("kind", node.Record.Kind.ToString()), .. node.Attributes.Where(pair => pair.Name != "kind"), .. Common(node.Record)];

    /// <summary>What is told of an edge, beside its ends.</summary>
    internal static IEnumerable<(string Name, string Value)> Values(NetworkEdge edge) =>
        [("kind", edge.Kind), ("directed", Vocabulary.Of(edge.Record.Kind).IsDirected ? "true" : "false"), .. edge.Attributes, .. Common(edge.Record)];

    private static IEnumerable<(string Name, string Value)> Common(GraphRecord record)
    {
        if (record.ValidFrom is { } from) yield return ("validFrom", from.ToString());
        if (record.ValidTo is { } to) yield return ("validTo", to.ToString());
        yield return ("source", record.Origin);
        if (record.Inference is { } inference) yield return ("inferred", inference.Rule.En);
    }

    private static Dictionary<string, int> Columns(IEnumerable<IEnumerable<(string Name, string Value)>> rows)
    {
        var columns = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, _) in rows.SelectMany(row => row)) columns.TryAdd(name, columns.Count);
        return columns;
    }

    private static bool HasPeriod(GraphRecord record) => record.ValidFrom is not null || record.ValidTo is not null;

    private static void WritePeriod(XmlWriter xml, GraphRecord record)
    {
        if (record.ValidFrom is { } from) xml.WriteAttributeString("start", Day(from.FirstDay));
        if (record.ValidTo is { } to) xml.WriteAttributeString("end", Day(to.LastDay));
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static void WriteColumns(XmlWriter xml, string of, Dictionary<string, int> columns)
    {
        xml.WriteStartElement("attributes", Gexf);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        foreach (var (name, number) in columns)
        {
            xml.WriteStartElement("attribute", Gexf);
            xml.WriteAttributeString("id", number.ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("title", name);
            xml.WriteAttributeString("type", "string");
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValues(XmlWriter xml, IEnumerable<(string Name, string Value)> values, Dictionary<string, int> columns)
    {
        xml.WriteStartElement("attvalues", Gexf);
        foreach (var (name, value) in values)
        {
            xml.WriteStartElement("attvalue", Gexf);
            xml.WriteAttributeString("for", columns[name].ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("value", Text(value));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteKeys(XmlWriter xml, string of, string prefix, Dictionary<string, int> columns)
    {
        foreach (var (name, number) in columns)
        {
            xml.WriteStartElement("key", GraphMl);
            xml.WriteAttributeString("id", $"{prefix}{number}");
            xml.WriteAttributeString("for", of);
            xml.WriteAttributeString("attr.name", name);
            xml.WriteAttributeString("attr.type", "string");
            xml.WriteEndElement();
        }
    }

    private static void WriteData(XmlWriter xml, string prefix, IEnumerable<(string Name, string Value)> values, Dictionary<string, int> columns)
    {
        foreach (var (name, value) in values)
        {
            xml.WriteStartElement("data", GraphMl);
            xml.WriteAttributeString("key", $"{prefix}{columns[name]}");
            xml.WriteString(Text(value));
            xml.WriteEndElement();
        }
    }

    // XML cannot hold every character; those that it cannot become the sign for a lost one.
    private static string Text(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])) i++;
            else return Text(string.Concat(text.AsSpan(0, i), "\uFFFD", text.AsSpan(i + 1)));
        }

        return text;
    }
}
