// The areas that a slice may mean: by key or by code.
MATCH (n:WijkNode)
WHERE n.key IN $in.areas OR (n:Area AND n.code IN $in.areas)
RETURN n.key AS key, n.code AS code
ORDER BY key
