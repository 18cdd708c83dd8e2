// Takes away some of what a load put ready and will not apply, or what was left behind long ago.
// The version node is written first, so that a load does not begin while it is taken away.
MATCH (g:WijkGraph {name: 'graph'})
SET g.writer = $in.load
WITH g
MATCH (s:_Staged)
WHERE (s.load = $in.load OR s.stagedAt < timestamp() - $in.olderThan) AND s.load <> coalesce(g.applying, '')
WITH s LIMIT $in.count
DELETE s
RETURN count(*) AS count
