using System.Xml;
using Wijk.Graph.Model;

namespace Wijk.Graph.Import.Formats;

/// <summary>Reads GraphML, the form of networkx, yEd and others: nodes, edges and their data.</summary>
/// <remarks>Data of a key get the column of its <c>attr.name</c>; the labels that yEd draws are read as Label. Source of the form: http://graphml.graphdrawing.org/specification.html.</remarks>
internal static class GraphMlTables
{
    private static readonly Words HyperEdge = new(
        "dit is een hyperedge, een verbinding van meer dan twee; die wordt niet gelezen. Maak er een verbinding van voor elk paar.",
        "this is a hyperedge, a connection of more than two; it is not read. Make an edge of it for each pair.");

    /// <summary>The tables of a file.</summary>
    /// <exception cref="ImportFileException">It is not GraphML.</exception>
    public static IReadOnlyList<SourceTable> Read(string file, byte[] bytes) => NetworkXml.Read(file, bytes, "graphml", (reader, tables) => new Walk(reader, tables).Do());

    private sealed class Walk(XmlReader reader, NetworkTables tables)
    {
        private readonly Dictionary<string, string> names = [];
        private readonly List<(string For, string Name, string Value)> defaults = [];
        private readonly Stack<Item> open = new();
        private bool isDirected;

        public void Do()
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element) Start();
                else if (reader.NodeType == XmlNodeType.EndElement && reader.LocalName is "node" or "edge" && open.Count > 0) Close(open.Pop());
            }
        }

        private void Start()
        {
            switch (reader.LocalName)
            {
                case "key":
                    Key();
                    break;
                case "graph":
                    isDirected = reader.GetAttribute("edgedefault") == "directed";
                    break;
                case "node":
                    Open("node", tables.AddNode(NetworkXml.Attribute(reader, "id")));
                    break;
                case "edge":
                    Open("edge", Edge());
                    break;
                case "hyperedge":
                    tables.AddBroken(NetworkXml.Attribute(reader, "id"), HyperEdge);
                    break;
                case "data" when open.TryPeek(out var item):
                    Data(item);
                    break;
            }
        }

        private void Key()
        {
            var (id, of, depth, isEmpty) = (NetworkXml.Attribute(reader, "id"), reader.GetAttribute("for") ?? "all", reader.Depth, reader.IsEmptyElement);
            var name = reader.GetAttribute("attr.name") is { Length: > 0 } written ? written : id;
            names[id] = name;
            if (isEmpty) return;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "default") defaults.Add((of, name, NetworkXml.Text(reader)));
            }
        }

        private JsonCells Edge()
        {
            var cells = tables.AddEdge(NetworkXml.Attribute(reader, "source"), NetworkXml.Attribute(reader, "target"));
            cells.Texts.Add(("Type", reader.GetAttribute("directed") switch { "true" => "Directed", "false" => "Undirected", _ => isDirected ? "Directed" : "Undirected" }));
            if (reader.GetAttribute("id") is { Length: > 0 } id) cells.Texts.Add(("Id", id));
            return cells;
        }

        private void Data(Item item)
        {
            var key = NetworkXml.Attribute(reader, "key");
            var name = names.GetValueOrDefault(key, key);
            if (NetworkXml.Text(reader, label => item.Add("Label", label)) is { Length: > 0 } text) item.Add(name, text);
        }

        private void Open(string kind, JsonCells cells)
        {
            var item = new Item(kind, tables, cells);
            if (reader.IsEmptyElement) Close(item);
            else open.Push(item);
        }

        private void Close(Item item)
        {
            foreach (var (of, name, value) in defaults)
            {
                if ((of == "all" || of == item.Kind) && value.Length > 0) item.AddMissing(name, value);
            }
        }
    }

    /// <summary>A node or an edge that is being read.</summary>
    private sealed class Item(string kind, NetworkTables tables, JsonCells cells)
    {
        private readonly HashSet<string> names = [.. cells.Texts.Select(cell => cell.Name)];

        public string Kind => kind;

        public void Add(string written, string value)
        {
            var name = NetworkTables.Heading(written);
            tables.Add(cells, names.Add(name) ? name : $"{name} (2)", value);
        }

        public void AddMissing(string name, string value)
        {
            if (names.Add(name)) tables.Add(cells, name, value);
        }
    }
}
