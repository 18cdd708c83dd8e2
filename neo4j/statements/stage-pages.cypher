// Puts pages of changes ready. Nobody sees them until they are applied; those that are kept then stand in the log.
UNWIND $in.pages AS page
MERGE (p:WijkLogPage {log: page.log, number: page.number})
SET p:_Staged
SET p.load = $in.load, p.changes = page.changes, p.isKept = page.isKept, p.stagedAt = timestamp()
