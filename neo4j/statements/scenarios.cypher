// Saved scenarios, the newest first: all, or the one with an id.
MATCH (s:WijkScenario)
WHERE $in.id IS NULL OR s.id = $in.id
RETURN s.id AS id, s.name AS name, s.savedAt.epochMillis AS savedAt, s.content AS content
ORDER BY savedAt DESC, id
