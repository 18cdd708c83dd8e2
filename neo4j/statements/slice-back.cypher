// Where the relations of some kinds that lead to some nodes start: a row for each path that was asked.
UNWIND $in.paths AS path
UNWIND path.keys AS key
MATCH (a:WijkNode {key: key})<-[r]-(b:WijkNode)
WHERE type(r) = path.kind AND r.key IS NOT NULL
RETURN path.number AS number, collect(DISTINCT b.key) AS key
