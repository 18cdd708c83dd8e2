// Nodes by their keys, in the columns of node-page.
UNWIND $in.keys AS key
MATCH (n:WijkNode {key: key})
WITH n ORDER BY n.key
WITH collect(n) AS nodes
RETURN [n IN nodes | id(n)] AS id,
       [n IN nodes | n.key] AS key,
       [n IN nodes | CASE WHEN n.recordedAt IS :: ZONED DATETIME THEN n.recordedAt.epochMillis END] AS recordedAt,
       [n IN nodes | n.source] AS source,
       [n IN nodes | n.visibility] AS visibility,
       [n IN nodes | n.validFrom] AS validFrom,
       [n IN nodes | n.validTo] AS validTo,
       [i IN range(0, size(nodes) - 1) WHERE nodes[i].stub IS NOT NULL | CASE WHEN nodes[i].stub = true THEN i END] AS stub,
       [i IN range(0, size(nodes) - 1) WHERE nodes[i].inferredRule IS NOT NULL
           | [i, nodes[i].inferredFrom, nodes[i].inferredRule, nodes[i].inferredRuleNl, nodes[i].inferredWords]] AS inference,
       [name IN $in.attributes | [n IN nodes | n[name]]] AS attributes,
       [n IN nodes | COUNT { (n)-->() }] AS degree
