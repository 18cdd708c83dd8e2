// The newest version, once all of the commit that made it can be seen. Neo4j makes a commit visible property by property, the version perhaps
// before the records; its locks go last. So this writes, and with that waits for the lock that every commit holds.
MATCH (g:WijkGraph {name: 'graph'})
SET g.reader = timestamp()
WITH g
RETURN g.version AS version, g.recordedAt.epochMillis AS recordedAt, g.applying AS applying,
       coalesce(g.applyExpiresAt < timestamp(), false) AS isAbandoned, g.applyFault AS fault
