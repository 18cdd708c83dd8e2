// The newest change set whose id starts with a text.
MATCH (g:WijkGraph {name: 'graph'})
MATCH (s:WijkChangeSet)
WHERE s.id STARTS WITH $in.prefix AND s.version <= g.version
WITH s ORDER BY s.version DESC LIMIT 1
OPTIONAL MATCH (p:WijkLogPage {log: s.log, number: 0})
RETURN s.version AS version, s.id AS id, s.source AS source, s.recordedAt.epochMillis AS recordedAt, s.changeCount AS changeCount,
       s.log AS log, p.changes AS changes
