// The key of the first node after a page: an index gives the keys in order.
MATCH (n:WijkNode)
WHERE n.key >= $in.from AND n.key < $in.until
RETURN n.key AS key
ORDER BY n.key SKIP $in.size LIMIT 1
