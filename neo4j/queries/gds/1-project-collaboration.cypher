// Het netwerk van samenwerking, klaargezet voor Graph Data Science onder de naam 'wijk'.
// The collaboration network, made ready for Graph Data Science under the name 'wijk'.
//
// Knopen: wie naar contact is gevraagd, ook als er geen is. Verbindingen: contact van niveau 1 of hoger, zonder richting en zonder gewicht.
// Nodes: who was asked for contact, also where there is none. Edges: contact of level 1 or more, without direction or weight.
// Een contact van een professional telt voor de organisatie. / A tie of a professional counts for the organisation.
// Eerst opruimen wat er nog staat: 9-drop.cypher. / First drop what is still there: 9-drop.cypher.

// Wie de vraag stelt, mag dit zien. / What may be seen by whoever asks.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible

MATCH (x)-[tie:COLLABORATES]-(y)
WHERE x.key < y.key AND x.visibility IN visible AND tie.visibility IN visible AND y.visibility IN visible
// Where reports on one pair differ, the lowest counts.
WITH visible, x, y, min(tie.level) AS level
WITH level,
     [(x:Professional)-[works:WORKS_FOR]->(a:Agency) WHERE works.visibility IN visible AND a.visibility IN visible | a] AS employersOfX, x,
     [(y:Professional)-[works:WORKS_FOR]->(b:Agency) WHERE works.visibility IN visible AND b.visibility IN visible | b] AS employersOfY, y
UNWIND CASE WHEN size(employersOfX) > 0 THEN employersOfX ELSE [x] END AS a
UNWIND CASE WHEN size(employersOfY) > 0 THEN employersOfY ELSE [y] END AS b
WITH level, CASE WHEN a.key < b.key THEN a ELSE b END AS one, CASE WHEN a.key < b.key THEN b ELSE a END AS other
WHERE one <> other
WITH one, other, max(level) AS level
UNWIND CASE WHEN level >= 1 THEN [[one, other]] ELSE [[one, null], [other, null]] END AS pair
WITH pair[0] AS source, pair[1] AS target
RETURN gds.graph.project('wijk', source, target, {}, {undirectedRelationshipTypes: ['*']}) AS graph
