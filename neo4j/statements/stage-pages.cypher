// Puts pages of changes ready. Nobody sees them until they are applied; those that are kept then stand in the log.
UNWIND $pages AS page
MERGE (p:WijkLogPage {log: page.log, number: page.number})
SET p:_Staged
SET p.load = $load, p.changes = page.changes, p.isKept = page.isKept, p.stagedAt = timestamp()
