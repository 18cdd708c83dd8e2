// Nodes by their keys, with all that anybody wrote on them. Odd are values that JSON writes as a text and that are none, such as a point.
UNWIND $in.keys AS key
MATCH (n:WijkNode {key: key})
RETURN id(n) AS id, n.key AS key, COUNT { (n)-->() } AS degree, properties(n) AS properties,
       [name IN keys(n) WHERE NOT (n[name] IS :: STRING | INTEGER | FLOAT | BOOLEAN | DATE | LIST<STRING> OR name = 'recordedAt')] AS odd
