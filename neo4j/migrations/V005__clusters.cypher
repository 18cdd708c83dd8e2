// The clusters that were found at a version, with the ids they keep.
CREATE CONSTRAINT wijk_clusters_version IF NOT EXISTS FOR (c:WijkClusters) REQUIRE c.version IS UNIQUE;
