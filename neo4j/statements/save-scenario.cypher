// Saves a scenario, unless its id is there already; what is there then.
MERGE (s:WijkScenario {id: $in.id})
ON CREATE SET s.name = $in.name, s.savedAt = datetime({epochMillis: $in.savedAt}), s.content = $in.content
RETURN s.id AS id, s.name AS name, s.savedAt.epochMillis AS savedAt, s.content AS content
