// Takes over what was written outside Wijk, as one change set: all of it, or no row and nothing when the version moved on. An element
// that is no longer as it was read ends in a division by zero: the whole statement is undone, and nothing that somebody wrote is lost. What
// was read of a date is its text.
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
    UNWIND $in.nodes AS row
    MATCH (n)
    WHERE elementId(n) = row.elementId
        AND all(name IN keys(row.read) WHERE n[name] = row.read[name] OR toStringOrNull(n[name]) = row.read[name])
    SET n:WijkNode, n.key = row.key
    SET n += row.properties, n.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(n) AS nodes
}
CALL () {
    UNWIND $in.relations AS row
    MATCH ()-[r]->()
    WHERE elementId(r) = row.elementId
        AND all(name IN keys(row.read) WHERE r[name] = row.read[name] OR toStringOrNull(r[name]) = row.read[name])
    SET r.key = row.key
    SET r += row.properties, r.recordedAt = datetime({epochMillis: row.recordedAt})
    RETURN count(r) AS relations
}
CALL () {
    UNWIND $in.removed AS key
    MERGE (t:WijkRemoved {key: key})
    SET t.version = $in.version + 1, t.source = $in.source, t.recordedAt = datetime({epochMillis: $in.recordedAt})
}
CALL () {
    UNWIND $in.present AS key
    MATCH (t:WijkRemoved {key: key})
    DELETE t
}
SET graph.version = $in.version + 1, graph.recordedAt = datetime({epochMillis: $in.recordedAt})
RETURN graph.version AS version,
       1 / CASE WHEN nodes = size($in.nodes) AND relations = size($in.relations) THEN 1 ELSE 0 END AS isWhole
