// What change sets left out is taken care of: somebody looked, and took over what was there instead.
MATCH (s:WijkChangeSet)
WHERE s.skipped IS NOT NULL
REMOVE s.skipped
RETURN count(*) AS count
