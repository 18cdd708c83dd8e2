// From here on the load will be applied, by us or, should we stop, by whoever comes next. No row when the version moved on, or when not all
// of it is ready any more: a request that comes late, after the load was thrown away, must not begin an empty one.
MATCH (g:WijkGraph {name: 'graph'})
SET g.writer = $owner
WITH g
WHERE g.version = $version AND (g.applying = $load OR (g.applying IS NULL AND COUNT { (:_Staged {load: $load}) } = $staged))
SET g.applying = $load, g.applyLog = $log, g.applyVersion = $target, g.applyRecordedAt = datetime({epochMillis: $recordedAt}),
    g.applyOwner = $owner, g.applyExpiresAt = timestamp() + $lease
RETURN g.version AS version
