using MiniExcelLibs;

namespace Wijk.Graph.Tests.Import.Networks;

/// <summary>One small network, written by hand in the form of each program: GGD and De Pomp tied at level 3, GGD and Wijkteam tied without a level; Ans, a person, knows De Pomp.</summary>
internal static class NetworkExamples
{
    public const string Gexf = """
        <?xml version="1.0" encoding="UTF-8"?>
        <gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
          <meta lastmodifieddate="2026-01-01"><creator>hand</creator></meta>
          <graph mode="dynamic" defaultedgetype="undirected" timeformat="date">
            <attributes class="node"><attribute id="0" title="soort" type="string"><default>onbekend</default></attribute></attributes>
            <attributes class="edge" mode="static"><attribute id="0" title="niveau" type="integer"/></attributes>
            <nodes>
              <node id="ggd" label="GGD"><attvalues><attvalue for="0" value="Zorg"/></attvalues><viz:color r="1" g="2" b="3"/></node>
              <node id="pomp" label="De Pomp" start="2024-01-01"><attvalues/></node>
              <node id="team" label="Wijkteam"><nodes><node id="ans" label="Ans"><attvalues><attvalue for="0" value="persoon"/></attvalues></node></nodes></node>
            </nodes>
            <edges>
              <edge id="0" source="ggd" target="pomp" weight="3.0" start="2024-03-01" end="2025-06-30"><attvalues><attvalue for="0" value="3"/></attvalues></edge>
              <edge id="1" source="ggd" target="team"><spells><spell start="2023-01-01" end="2023-12-31"/><spell start="2025-01-01T10:00:00"/></spells></edge>
              <edge id="2" source="ans" target="pomp" type="directed"/>
            </edges>
          </graph>
        </gexf>
        """;

    public const string GexfOf11 = """
        <gexf xmlns="http://www.gexf.net/1.1draft" version="1.1"><graph defaultedgetype="directed" timeformat="integer">
          <nodes><node id="ggd" label="GGD" start="2020"/><node id="pomp" label="De Pomp"/><node id="team" label="Wijkteam"/></nodes>
          <edges><edge id="0" source="ggd" target="pomp" start="0.5" end="2.5"/><edge id="1" source="ggd" target="team"/></edges>
        </graph></gexf>
        """;

    public const string GraphMl = """
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
          <key id="d0" for="node" attr.name="type" attr.type="string"><default>organisatie</default></key>
          <key id="d1" for="edge" attr.name="level" attr.type="int"/>
          <key id="d2" for="node" yfiles.type="nodegraphics"/>
          <key id="d3" for="node" attr.name="label" attr.type="string"/>
          <graph id="G" edgedefault="undirected">
            <node id="ggd"><data key="d3">GGD</data></node>
            <node id="pomp"><data key="d2"><y:ShapeNode><y:NodeLabel>De Pomp</y:NodeLabel></y:ShapeNode></data></node>
            <node id="team"><data key="d3">Wijkteam</data></node>
            <node id="ans"><data key="d3">Ans</data><data key="d0">persoon</data></node>
            <edge source="ggd" target="pomp"><data key="d1">3</data></edge>
            <edge source="ggd" target="team" directed="true"/>
            <edge source="ans" target="pomp"/>
          </graph>
        </graphml>
        """;

    public const string Pajek = """
        *Network buurt
        *Vertices 3
        1 "GGD" 0.1 0.2 0.5
        2 "De Pomp"
        % a remark
        3 Wijkteam
        *Edges
        1 2 3
        *Arcslist
        1 3
        """;

    public const string Graphology = """
        {"attributes":{"name":"buurt"},"options":{"type":"mixed","multi":false},
         "nodes":[{"key":"ggd","attributes":{"label":"GGD","x":1}},{"key":"pomp","attributes":{"label":"De Pomp"}},{"key":"team","attributes":{"label":"Wijkteam"}},
                  {"key":"ans","attributes":{"label":"Ans","type":"person"}}],
         "edges":[{"key":"0","source":"ggd","target":"pomp","undirected":true,"attributes":{"level":3}},{"source":"team","target":"ggd"},{"source":"ans","target":"pomp"}]}
        """;

    public const string NodeLink = """
        {"directed":false,"multigraph":false,"graph":{},
         "nodes":[{"name":"GGD","id":"ggd"},{"name":"De Pomp","id":"pomp"},{"name":"Wijkteam","id":"team"}],
         "links":[{"level":3,"source":"ggd","target":"pomp"},{"source":"ggd","target":"team"}]}
        """;

    public const string KumuBlueprint = """
        {"elements":[{"label":"GGD","type":"Zorg","description":"De GGD","tags":["a","b"]},{"label":"De Pomp","type":"Bewonersinitiatief"},{"label":"Wijkteam"},{"label":"Ans","type":"Person"},{"label":"Schulden","type":"Thema"}],
         "connections":[{"from":"GGD","to":"De Pomp","type":"Samenwerking","direction":"mutual","niveau":3},{"from":"GGD","to":"Wijkteam","strength":4},{"from":"Ans","to":"De Pomp"},{"from":"GGD","to":"Schulden"}]}
        """;

    public const string KumuBackup = """
        {"name":"buurt","elements":[{"_id":"elem-1","attributes":{"label":"GGD","element type":"Zorg"}},{"_id":"elem-2","attributes":{"label":"De Pomp"}},{"_id":"elem-3","attributes":{"label":"Wijkteam"}}],
         "connections":[{"_id":"conn-1","from":"elem-1","to":"elem-2","direction":"mutual","attributes":{"level":"3"}},{"_id":"conn-2","from":"elem-1","to":"elem-3","attributes":{}}],
         "maps":[{"_id":"map-1","name":"Main","elements":[{"element":"elem-1"}]}]}
        """;

    public const string GephiNodes = "Id,Label,timeset,soort\nggd,GGD,,Zorg\npomp,De Pomp,,\nteam,Wijkteam,,\nans,Ans,,persoon\n";

    public const string GephiEdges = "Source,Target,Type,Id,Label,timeset,Weight,niveau\nggd,pomp,Undirected,0,,,1.0,3\nggd,team,Undirected,1,,,2.0,\nans,pomp,Undirected,2,,,1.0,\n";

    /// <summary>A workbook as Kumu exports it.</summary>
    public static byte[] KumuWorkbook()
    {
        using var stream = new MemoryStream();
        stream.SaveAs(new Dictionary<string, object>
        {
            ["Elements"] = new[] { new { Label = "GGD", Type = "Zorg" }, new { Label = "De Pomp", Type = "" }, new { Label = "Wijkteam", Type = "" } },
            ["Connections"] = new[]
            {
                new { From = "GGD", To = "De Pomp", Direction = "mutual", Type = "", Level = "3" },
                new { From = "GGD", To = "Wijkteam", Direction = "directed", Type = "", Level = "" },
            },
        });
        return stream.ToArray();
    }
}
