// Het netwerk van geld, klaargezet voor Graph Data Science onder de naam 'wijk'.
// The funding network, made ready for Graph Data Science under the name 'wijk'.
//
// Knopen: wie betaalt en wat betaald wordt. Verbindingen: één voor elk paar, hoe vaak er ook is toegekend, zonder richting en zonder gewicht.
// Nodes: who pays and what is paid. Edges: one for each pair, however many grants, without direction or weight.
// Geld is geen contact: wie uit dezelfde pot betaald wordt, kent elkaar misschien niet.
// Money is no contact: who is paid from the same pot may not know each other.
// Eerst opruimen wat er nog staat: 9-drop.cypher. / First drop what is still there: 9-drop.cypher.

// Wie de vraag stelt, mag dit zien. / What may be seen by whoever asks.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible

MATCH (funder:Agency)-[grant:FUNDS]->(paid)
WHERE funder.visibility IN visible AND grant.visibility IN visible AND paid.visibility IN visible
WITH DISTINCT funder, paid
RETURN gds.graph.project('wijk', funder, paid, {}, {undirectedRelationshipTypes: ['*']}) AS graph
