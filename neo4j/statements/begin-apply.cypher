// From here on the load will be applied, by us or, should we stop, by whoever comes next. No row when the version moved on, or when not all
// of it is ready any more: a request that comes late, after the load was thrown away, must not begin an empty one.
MATCH (g:WijkGraph {name: 'graph'})
SET g.writer = $in.owner
WITH g
WHERE g.version = $in.version AND (g.applying = $in.load OR (g.applying IS NULL AND COUNT { (:_Staged {load: $in.load}) } = $in.staged))
SET g.applying = $in.load, g.applyLog = $in.log, g.applyVersion = $in.target, g.applyRecordedAt = datetime({epochMillis: $in.recordedAt}),
    g.applyOwner = $in.owner, g.applyExpiresAt = timestamp() + $in.lease
RETURN g.version AS version
