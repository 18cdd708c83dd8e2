// The relations that start at the nodes of a range of keys: a row for each kind, with a column for each property. Only those with a key
// are managed by Wijk.
MATCH (a:WijkNode)
WHERE a.key >= $in.from AND a.key < $in.until
MATCH (a)-[r]->(b)
WHERE r.key IS NOT NULL
WITH type(r) AS kind, collect(r) AS relations
RETURN kind,
       [r IN relations | id(startNode(r))] AS from,
       [r IN relations | id(endNode(r))] AS to,
       [r IN relations | CASE WHEN r.recordedAt IS :: ZONED DATETIME THEN r.recordedAt.epochMillis END] AS recordedAt,
       [r IN relations | r.source] AS source,
       [r IN relations | r.visibility] AS visibility,
       [r IN relations | r.validFrom] AS validFrom,
       [r IN relations | r.validTo] AS validTo,
       [i IN range(0, size(relations) - 1) WHERE relations[i].inferredRule IS NOT NULL
           | [i, relations[i].inferredFrom, relations[i].inferredRule, relations[i].inferredRuleNl, relations[i].inferredWords]] AS inference,
       [name IN coalesce($in.attributes[kind], []) | [r IN relations | r[name]]] AS attributes
