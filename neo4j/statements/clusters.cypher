// The clusters that were kept after a version, oldest first.
MATCH (c:WijkClusters)
WHERE c.version > $in.after
RETURN c.version AS version, c.day AS day, c.clusters AS clusters
ORDER BY version
