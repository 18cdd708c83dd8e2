// The version before the first change set that was recorded at a moment or later; the newest when there is none.
MATCH (g:WijkGraph {name: 'graph'})
OPTIONAL MATCH (s:WijkChangeSet)
WHERE s.version <= g.version AND s.recordedAt >= datetime({epochMillis: $in.before})
WITH g.version AS version, min(s.version) AS first
RETURN coalesce(first - 1, version) AS upTo
