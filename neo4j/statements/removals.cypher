// Who removed what is gone.
MATCH (t:WijkRemoved)
RETURN collect(t.key) AS key, collect(t.source) AS source
