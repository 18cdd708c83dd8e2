// Keeps the clusters of a version, unless that version has some, and lets go of the oldest.
MERGE (c:WijkClusters {version: $in.version})
ON CREATE SET c.day = $in.day, c.clusters = $in.clusters
WITH count(c) AS done
MATCH (old:WijkClusters)
WITH old ORDER BY old.version DESC SKIP $in.most
DELETE old
