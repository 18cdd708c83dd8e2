// The key of the first node after a page: an index gives the keys in order.
MATCH (n:WijkNode)
WHERE n.key >= $from AND n.key < $until
RETURN n.key AS key
ORDER BY n.key SKIP $size LIMIT 1
