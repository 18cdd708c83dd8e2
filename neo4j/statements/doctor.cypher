// What Wijk keeps beside the graph: its version, an apply that is going on, what is staged, which migrations were applied.
OPTIONAL MATCH (g:WijkGraph {name: 'graph'})
RETURN timestamp() AS now, g.version AS version, g.recordedAt.epochMillis AS recordedAt,
       g.applying AS applying, g.applyExpiresAt AS applyExpiresAt,
       coalesce(g.applyFault, []) AS applyFault,
       COUNT { (:_Staged) } AS staged,
       COLLECT { MATCH (s:WijkChangeSet) WHERE s.skipped IS NOT NULL WITH s ORDER BY s.version RETURN [s.version, s.skipped] } AS skipped,
       COUNT { (:WijkNode) } AS nodes,
       EXISTS { (n) WHERE NOT n:WijkLock } AS hasNodes,
       COLLECT { MATCH (m:WijkMigration) WITH m ORDER BY m.number RETURN [m.number, m.name, m.checksum] } AS migrations
