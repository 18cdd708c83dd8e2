// Notes why the load cannot go on, for all who look; whoever finishes it takes the note away.
MATCH (graph:WijkGraph {name: 'graph'})
SET graph.writer = $in.owner
WITH graph
WHERE graph.applying = $in.load AND graph.applyOwner = $in.owner
SET graph.applyFault = $in.fault
RETURN graph.version AS version
