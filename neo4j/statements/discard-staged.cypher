// Takes away some of what a load put ready and will not apply, or what was left behind long ago.
MATCH (g:WijkGraph {name: 'graph'})
MATCH (s:_Staged)
WHERE (s.load = $load OR s.stagedAt < timestamp() - $olderThan) AND s.load <> coalesce(g.applying, '')
WITH s LIMIT $count
DELETE s
RETURN count(*) AS count
