// The relations with a key that start at nodes given by their keys, with all that anybody wrote on them.
UNWIND $in.keys AS key
MATCH (a:WijkNode {key: key})-[r]->(b)
WHERE r.key IS NOT NULL
RETURN type(r) AS type, id(a) AS from, id(b) AS to, properties(r) AS properties,
       [name IN keys(r) WHERE NOT (r[name] IS :: STRING | INTEGER | FLOAT | BOOLEAN | DATE | LIST<STRING> OR name = 'recordedAt')] AS odd
