// Commits a change set: all of it, or no row and nothing when the version is no longer the one it was checked against.
// The version node is written first, so that writers take turns. What should be there and is not, because somebody took it away past
// Wijk in between, ends in a division by zero: the whole statement is undone.
MATCH (graph:WijkGraph {name: 'graph'})
SET graph.writer = $in.log
WITH graph
WHERE graph.version = $in.version AND graph.applying IS NULL
CREATE (:WijkChangeSet {
    id: $in.id, version: $in.version + 1, source: $in.source, recordedAt: datetime({epochMillis: $in.recordedAt}), changeCount: $in.changeCount, log: $in.log
})
WITH graph
CALL () {
    UNWIND range(0, size($in.pages) - 1) AS number
    CREATE (:WijkLogPage {log: $in.log, number: number, changes: $in.pages[number]})
}
CALL () {
    UNWIND $in.newNodes AS row
    CREATE (n:WijkNode {key: row.key})
    SET n:$(row.kind)
    SET n += row.properties, n.recordedAt = datetime({epochMillis: row.recordedAt})
}
CALL () {
    UNWIND $in.changedNodes AS row
    MATCH (n:WijkNode {key: row.key})
    SET n:$(row.kind)
    SET n += row.properties, n.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(n) AS changedNodes
}
CALL () {
    UNWIND $in.newRelations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    CREATE (a)-[r:$(row.kind) {key: row.key}]->(b)
    SET r += row.properties, r.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(r) AS newRelations
}
CALL () {
    UNWIND $in.changedRelations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    MATCH (a)-[r]->(b)
    WHERE r.key = row.key AND type(r) = row.kind
    SET r += row.properties, r.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(r) AS changedRelations
}
CALL () {
    UNWIND $in.removedRelations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    MATCH (a)-[r]->(b)
    WHERE r.key = row.key AND type(r) = row.kind
    DELETE r
    RETURN count(*) AS removedRelations
}
CALL () {
    UNWIND $in.removedNodes AS key
    MATCH (n:WijkNode {key: key})
    DELETE n
    RETURN count(*) AS removedNodes
}
CALL () {
    UNWIND $in.removed AS key
    MERGE (t:WijkRemoved {key: key})
    SET t.version = $in.version + 1, t.source = $in.source, t.recordedAt = datetime({epochMillis: $in.recordedAt})
}
CALL () {
    UNWIND $in.returning AS key
    MATCH (t:WijkRemoved {key: key})
    DELETE t
}
SET graph.version = $in.version + 1, graph.recordedAt = datetime({epochMillis: $in.recordedAt})
RETURN graph.version AS version,
       1 / CASE WHEN changedNodes = size($in.changedNodes) AND newRelations = size($in.newRelations)
                 AND changedRelations = size($in.changedRelations) AND removedRelations = size($in.removedRelations)
                 AND removedNodes = size($in.removedNodes) THEN 1 ELSE 0 END AS isWhole
