// The relations that start at the nodes of a range of keys, whoever wrote them.
MATCH (a:WijkNode)
WHERE a.key > $in.after AND a.key <= $in.last
MATCH (a)-[r]->(b)
RETURN elementId(r) AS elementId, type(r) AS type, elementId(a) AS from, elementId(b) AS to, properties(r) AS properties,
       [name IN keys(r) WHERE NOT (r[name] IS :: STRING | INTEGER | FLOAT | BOOLEAN | DATE | LIST<STRING> OR name = 'recordedAt')] AS odd
