// Puts pages of changes ready. Nobody sees them until they are applied.
UNWIND $pages AS page
MERGE (p:WijkLogPage {log: page.log, number: page.number})
SET p:_Staged
SET p.load = $load, p.changes = page.changes, p.stagedAt = timestamp()
