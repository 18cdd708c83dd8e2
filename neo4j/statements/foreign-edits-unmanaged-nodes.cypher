// Managed nodes that lost their key, and nodes of a kind of the vocabulary that Wijk never managed.
MATCH (n)
WHERE CASE WHEN n:WijkNode THEN NOT coalesce(n.key > '', false) ELSE any(label IN labels(n) WHERE label IN $in.kinds) END
RETURN elementId(n) AS elementId, labels(n) AS labels, properties(n) AS properties,
       [name IN keys(n) WHERE NOT (n[name] IS :: STRING | INTEGER | FLOAT | BOOLEAN | DATE | LIST<STRING> OR name = 'recordedAt')] AS odd
ORDER BY elementId
SKIP $in.skip
LIMIT $in.limit
