using System.Xml;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads GEXF 1.1 to 1.3, the form of Gephi: nodes, edges, their attributes, and the periods of a dynamic network.</summary>
/// <remarks>
/// A period is kept where the file writes it as days or moments, or as whole numbers that can be years; Start and End are then the first and the last of all periods of
/// that node or edge, and Periods is how many there are when there are several. Another time, such as a measured 0.5, stands in "time.start" and "time.end".
/// Source of the form: https://gexf.net/schema.html.
/// </remarks>
internal static class GexfTables
{
    /// <summary>The tables of a file.</summary>
    /// <exception cref="ImportFileException">It is not GEXF.</exception>
    public static IReadOnlyList<SourceTable> Read(string file, byte[] bytes) => NetworkXml.Read(file, bytes, "gexf", (reader, tables) => new Walk(reader, tables).Do());

    private sealed class Walk(XmlReader reader, NetworkTables tables)
    {
        private readonly Dictionary<(string Class, string Id), string> titles = [];
        private readonly Dictionary<(string Class, string Title), string> defaults = [];

        // A node may stand in a node, so what is open is a stack.
        private readonly Stack<Item> open = new();
        private string attributesOf = "node";
        private string edgeType = "undirected";

        public void Do()
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element) Start();
                else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "node" or "edge" && open.Count > 0) open.Pop().Close(defaults);
            }
        }

        private void Start()
        {
            switch (reader.LocalName)
            {
                case "graph":
                    edgeType = reader.GetAttribute("defaultedgetype") ?? edgeType;
                    break;
                case "attributes":
                    attributesOf = reader.GetAttribute("class") ?? "node";
                    break;
                case "attribute":
                    Attribute();
                    break;
                case "node":
                    Open(new("node", tables, tables.AddNode(NetworkXml.Attribute(reader, "id"))));
                    break;
                case "edge":
                    Open(Edge());
                    break;
                case "attvalue" when open.TryPeek(out var item):
                    var id = reader.GetAttribute("for") ?? NetworkXml.Attribute(reader, "id");
                    item.Add(titles.GetValueOrDefault((item.Class, id), id), NetworkXml.Attribute(reader, "value"));
                    break;
                case "spell" or "slice" when open.TryPeek(out var item):
                    item.Periods.Add(PeriodHere());
                    break;
            }
        }

        private void Attribute()
        {
            var (of, id, isEmpty) = (attributesOf, NetworkXml.Attribute(reader, "id"), reader.IsEmptyElement);
            var title = reader.GetAttribute("title") is { Length: > 0 } written ? written : id;
            titles[(of, id)] = title;
            if (isEmpty) return;
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "default") defaults[(of, title)] = NetworkXml.Text(reader);
            }
        }

        private Item Edge()
        {
            var cells = tables.AddEdge(NetworkXml.Attribute(reader, "source"), NetworkXml.Attribute(reader, "target"));
            var item = new Item("edge", tables, cells);
            item.AddOwn("Type", reader.GetAttribute("type") ?? edgeType);
            item.AddOwn("Id", reader.GetAttribute("id"));
            item.AddOwn("Weight", reader.GetAttribute("weight"));
            item.AddOwn("Kind", reader.GetAttribute("kind"));
            return item;
        }

        private void Open(Item item)
        {
            item.AddOwn("Label", reader.GetAttribute("label"));
            var period = PeriodHere();
            if (period != ("", "")) item.Periods.Add(period);
            if (reader.IsEmptyElement) item.Close(defaults);
            else open.Push(item);
        }

        // The open ends of GEXF 1.2 are read as the moment itself.
        private (string Start, string End) PeriodHere() => (
            reader.GetAttribute("start") ?? reader.GetAttribute("startopen") ?? reader.GetAttribute("timestamp") ?? "",
            reader.GetAttribute("end") ?? reader.GetAttribute("endopen") ?? reader.GetAttribute("timestamp") ?? "");
    }

    /// <summary>A node or an edge that is being read.</summary>
    private sealed class Item(string @class, NetworkTables tables, JsonCells cells)
    {
        private readonly Dictionary<string, List<string>> values = new(StringComparer.Ordinal);

        public string Class => @class;

        public List<(string Start, string End)> Periods { get; } = [];

        public void AddOwn(string name, string? value)
        {
            if (!string.IsNullOrEmpty(value)) cells.Texts.Add((name, value));
        }

        // A dynamic attribute has several values, each with its period; all are kept.
        public void Add(string title, string value)
        {
            if (!values.TryGetValue(title, out var known)) values.Add(title, [value]);
            else if (known is not [var only] || only != value) known.Add(value);
        }

        public void Close(Dictionary<(string Class, string Title), string> defaults)
        {
            foreach (var ((of, title), value) in defaults)
            {
                if (of == @class) values.TryAdd(title, [value]);
            }

            // An attribute may be called as what a node has of its own.
            var own = cells.Texts.Select(cell => cell.Name).ToHashSet(StringComparer.Ordinal);
            foreach (var (title, value) in values.Select(pair => (NetworkTables.Heading(pair.Key), string.Join('|', pair.Value))))
                tables.Add(cells, own.Contains(title) ? $"{title} (2)" : title, value);
            WritePeriods();
        }

        private void WritePeriods()
        {
            if (Periods.Count == 0) return;
            var days = Periods.Select(period => (Start: NetworkTime.Day(period.Start), End: NetworkTime.Day(period.End))).ToArray();
            if (days.Any(day => day.Start is null || day.End is null))
            {
                AddOwn("time.start", string.Join('|', Periods.Select(period => period.Start)));
                AddOwn("time.end", string.Join('|', Periods.Select(period => period.End)));
                return;
            }

            // A period without a start began before all that is known, and so did the whole.
            AddOwn("Start", days.Any(day => day.Start!.Length == 0) ? "" : days.Min(day => day.Start));
            AddOwn("End", days.Any(day => day.End!.Length == 0) ? "" : days.Max(day => day.End));
            if (Periods.Count > 1) AddOwn("Periods", Periods.Count.ToString(System.Globalization.CultureInfo.InvariantCulture));
        }
    }
}
