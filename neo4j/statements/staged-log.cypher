// The pages of a staged log, by number.
MATCH (p:_Staged:WijkLogPage {log: $log})
WHERE p.number >= $from AND p.number < $until
RETURN p.changes AS changes
ORDER BY p.number
