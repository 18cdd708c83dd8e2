// The change sets after a version, oldest first, each with its first page; most have no other.
MATCH (g:WijkGraph {name: 'graph'})
MATCH (s:WijkChangeSet)
WHERE s.version > $in.after AND s.version <= g.version
WITH s ORDER BY s.version LIMIT $in.count
OPTIONAL MATCH (p:WijkLogPage {log: s.log, number: 0})
RETURN s.version AS version, s.id AS id, s.source AS source, s.recordedAt.epochMillis AS recordedAt, s.changeCount AS changeCount,
       s.log AS log, p.changes AS changes
ORDER BY version
