// Nodes that Wijk manages in key order, after a key, with all that anybody wrote on them.
MATCH (n:WijkNode)
WHERE n.key > $in.after
RETURN elementId(n) AS elementId, labels(n) AS labels, properties(n) AS properties,
       [name IN keys(n) WHERE NOT (n[name] IS :: STRING | INTEGER | FLOAT | BOOLEAN | DATE | LIST<STRING> OR name = 'recordedAt')] AS odd, n.key AS key
ORDER BY n.key
LIMIT $in.limit
