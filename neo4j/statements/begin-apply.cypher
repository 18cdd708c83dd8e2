// From here on the load will be applied, by us or, should we stop, by whoever comes next. No row when the version moved on.
MATCH (g:WijkGraph {name: 'graph'})
SET g.writer = $owner
WITH g
WHERE g.version = $version AND (g.applying IS NULL OR g.applying = $load)
SET g.applying = $load, g.applyLog = $log, g.applyVersion = $target, g.applyRecordedAt = datetime({epochMillis: $recordedAt}),
    g.applyOwner = $owner, g.applyExpiresAt = timestamp() + $lease
RETURN g.version AS version
