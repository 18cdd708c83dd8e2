// Takes over an apply that was abandoned, or renews our own; no row when somebody else is at it, or it is done.
MATCH (g:WijkGraph {name: 'graph'})
SET g.writer = $in.owner
WITH g
WHERE g.applying IS NOT NULL AND (g.applyOwner = $in.owner OR g.applyExpiresAt < timestamp() OR ($in.mayBeStopped AND g.applyFault IS NOT NULL))
SET g.applyOwner = $in.owner, g.applyExpiresAt = timestamp() + $in.lease
RETURN g.applying AS load, g.applyLog AS log
