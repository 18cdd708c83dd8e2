// Applies a batch; doing it twice is as doing it once. No row when another took over.
// The version node is written first, so that a batch that comes late, after all was finished, finds that and does nothing.
MATCH (graph:WijkGraph {name: 'graph'})
SET graph.writer = $in.owner
WITH graph
WHERE graph.applying = $in.load AND graph.applyOwner = $in.owner
SET graph.applyExpiresAt = timestamp() + $in.lease
WITH graph
CALL () {
    UNWIND $in.nodes AS row
    MERGE (n:WijkNode {key: row.key})
    SET n:$(row.kind)
    SET n += row.properties, n.recordedAt = datetime({epochMillis: row.recordedAt})
}
CALL () {
    UNWIND $in.relations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    OPTIONAL MATCH (a)-[old]->(b)
    WHERE old.key = row.key AND type(old) = row.kind
    CALL (a, b, old, row) {
        WITH * WHERE old IS NULL
        CREATE (a)-[r:$(row.kind) {key: row.key}]->(b)
        RETURN r
        UNION ALL
        WITH * WHERE old IS NOT NULL
        RETURN old AS r
    }
    SET r += row.properties, r.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(r) AS relations
}
CALL () {
    UNWIND $in.removedRelations AS row
    MATCH (a:WijkNode {key: row.from})
    MATCH (b:WijkNode {key: row.to})
    MATCH (a)-[r]->(b)
    WHERE r.key = row.key AND type(r) = row.kind
    DELETE r
}
CALL () {
    UNWIND $in.removedNodes AS key
    MATCH (n:WijkNode {key: key})
    DELETE n
}
CALL () {
    UNWIND $in.removed AS row
    MERGE (t:WijkRemoved {key: row.key})
    SET t.version = row.version, t.source = row.source, t.recordedAt = datetime({epochMillis: row.recordedAt})
}
CALL () {
    UNWIND $in.returning AS key
    MATCH (t:WijkRemoved {key: key})
    DELETE t
}
RETURN 1 / CASE WHEN relations = size($in.relations) THEN 1 ELSE 0 END AS isWhole
