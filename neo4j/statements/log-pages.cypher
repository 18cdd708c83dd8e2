// The pages of a log by number.
MATCH (p:WijkLogPage {log: $in.log})
WHERE p.number >= $in.from AND p.number < $in.until
RETURN p.changes AS changes
ORDER BY p.number
