// The pages of a log by number.
MATCH (p:WijkLogPage {log: $log})
WHERE p.number >= $from AND p.number < $until
RETURN p.changes AS changes
ORDER BY p.number
