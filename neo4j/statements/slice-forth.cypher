// Where the relations of a kind that start at some nodes lead.
UNWIND $in.keys AS key
MATCH (a:WijkNode {key: key})-[r]->(b:WijkNode)
WHERE type(r) = $in.kind AND r.key IS NOT NULL
RETURN collect(DISTINCT b.key) AS key
