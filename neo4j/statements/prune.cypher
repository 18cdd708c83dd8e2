// Puts staged pages in the place of those of some change sets, which are staged in turn, to be thrown away. Nothing is done when not all pages
// are ready any more; a change set that no longer has the pages that were read, as after this very statement, is left as it is.
MATCH (graph:WijkGraph {name: 'graph'})
SET graph.writer = $in.load
WITH graph
WHERE COUNT { (:_Staged {load: $in.load}) } = $in.staged
UNWIND $in.changeSets AS row
MATCH (s:WijkChangeSet {version: row.version})
WHERE s.log = row.log
SET s.log = row.newLog, s.changeCount = row.changeCount
WITH row
CALL (row) {
    MATCH (p:WijkLogPage {log: row.log})
    WHERE p.number >= 0
    SET p:_Staged, p.load = $in.load, p.isKept = false, p.stagedAt = timestamp()
}
CALL (row) {
    MATCH (p:WijkLogPage {log: row.newLog})
    WHERE p.number >= 0
    REMOVE p:_Staged, p.load, p.isKept, p.stagedAt
}
RETURN count(*) AS count
