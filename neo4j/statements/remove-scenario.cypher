// Takes a saved scenario away.
MATCH (s:WijkScenario {id: $in.id})
DELETE s
RETURN count(*) AS count
