// Commits a change set: all of it, or no row and nothing when the version is no longer the one it was checked against.
// The version node is written first, so that writers take turns. What should be there and is not, because somebody took it away past
// Wijk in between, ends in a division by zero: the whole statement is undone.
MATCH (graph:WijkGraph {name: 'graph'})
SET graph.writer = $log
WITH graph
WHERE graph.version = $version AND graph.applying IS NULL
CREATE (:WijkChangeSet {
    id: $id, version: $version + 1, source: $source, recordedAt: datetime({epochMillis: $recordedAt}), changeCount: $changeCount, log: $log
})
WITH graph
CALL () {
    UNWIND range(0, size($pages) - 1) AS number
    CREATE (:WijkLogPage {log: $log, number: number, changes: $pages[number]})
}
CALL () {
    UNWIND $newNodes AS row
    CREATE (n:WijkNode {key: row.key})
    SET n:$(row.kind)
    SET n += row.properties, n.recordedAt = datetime({epochMillis: row.recordedAt})
}
CALL () {
    UNWIND $changedNodes AS row
    MATCH (n:WijkNode {key: row.key})
    SET n:$(row.kind)
    SET n += row.properties, n.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(n) AS changedNodes
}
CALL () {
    UNWIND $newRelations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    CREATE (a)-[r:$(row.kind) {key: row.key}]->(b)
    SET r += row.properties, r.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(r) AS newRelations
}
CALL () {
    UNWIND $changedRelations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    MATCH (a)-[r]->(b)
    WHERE r.key = row.key AND type(r) = row.kind
    SET r += row.properties, r.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(r) AS changedRelations
}
CALL () {
    UNWIND $removedRelations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    MATCH (a)-[r]->(b)
    WHERE r.key = row.key AND type(r) = row.kind
    DELETE r
    RETURN count(*) AS removedRelations
}
CALL () {
    UNWIND $removedNodes AS key
    MATCH (n:WijkNode {key: key})
    DELETE n
    RETURN count(*) AS removedNodes
}
CALL () {
    UNWIND $removed AS key
    MERGE (t:WijkRemoved {key: key})
    SET t.version = $version + 1, t.source = $source, t.recordedAt = datetime({epochMillis: $recordedAt})
}
CALL () {
    UNWIND $returning AS key
    MATCH (t:WijkRemoved {key: key})
    DELETE t
}
SET graph.version = $version + 1, graph.recordedAt = datetime({epochMillis: $recordedAt})
RETURN graph.version AS version,
       1 / CASE WHEN changedNodes = size($changedNodes) AND newRelations = size($newRelations)
                 AND changedRelations = size($changedRelations) AND removedRelations = size($removedRelations)
                 AND removedNodes = size($removedNodes) THEN 1 ELSE 0 END AS isWhole
