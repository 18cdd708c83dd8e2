// The load is no longer one that will be applied, after all that it wrote was put back. No row when another took over.
MATCH (graph:WijkGraph {name: 'graph'})
SET graph.writer = $in.owner
WITH graph
WHERE graph.applying = $in.load AND graph.applyOwner = $in.owner
REMOVE graph.applying, graph.applyLog, graph.applyVersion, graph.applyRecordedAt, graph.applyOwner, graph.applyExpiresAt, graph.applyFault
RETURN graph.version AS version
