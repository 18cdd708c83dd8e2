// The relations of a type of the vocabulary that start at a node without a key of Wijk.
MATCH (a)-[r]->(b)
WHERE NOT coalesce(a:WijkNode AND a.key > '', false) AND type(r) IN $in.kinds
RETURN elementId(r) AS elementId, type(r) AS type, elementId(a) AS from, elementId(b) AS to, properties(r) AS properties,
       [name IN keys(r) WHERE NOT (r[name] IS :: STRING | INTEGER | FLOAT | BOOLEAN | DATE | LIST<STRING> OR name = 'recordedAt')] AS odd
ORDER BY elementId
SKIP $in.skip
LIMIT $in.limit
