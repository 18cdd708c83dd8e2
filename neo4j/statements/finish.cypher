// The load is visible: its change sets stand in the log and the version rises, last of all. No row when another took over or finished it.
MATCH (graph:WijkGraph {name: 'graph'})
SET graph.writer = $in.owner
WITH graph
WHERE graph.applying = $in.load AND graph.applyOwner = $in.owner
CALL (graph) {
    MATCH (s:_Staged {load: $in.load})
    WHERE s:WijkStagedChangeSet
    SET s:WijkChangeSet, s.skipped = CASE WHEN s.version = graph.applyVersion THEN $in.skipped END
    REMOVE s:_Staged, s:WijkStagedChangeSet, s.load, s.stagedAt
}
SET graph.version = graph.applyVersion, graph.recordedAt = graph.applyRecordedAt
REMOVE graph.applying, graph.applyLog, graph.applyVersion, graph.applyRecordedAt, graph.applyOwner, graph.applyExpiresAt, graph.applyFault
RETURN graph.version AS version
