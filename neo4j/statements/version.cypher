// The newest version, and whether a large change set is being applied.
MATCH (g:WijkGraph {name: 'graph'})
RETURN g.version AS version, g.recordedAt.epochMillis AS recordedAt, g.applying AS applying,
       coalesce(g.applyExpiresAt < timestamp(), false) AS isAbandoned, g.applyFault AS fault, g.applyLog AS applyLog
