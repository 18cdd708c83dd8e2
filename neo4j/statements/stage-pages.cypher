// Puts pages of changes ready. Nobody sees them until they are applied; those that are kept then stand in the log.
// A page that is there is left as it is: a request that comes late, after all was applied, must not stage a page of the log again.
UNWIND $in.pages AS page
MERGE (p:WijkLogPage {log: page.log, number: page.number})
ON CREATE SET p:_Staged, p.load = $in.load, p.changes = page.changes, p.isKept = page.isKept, p.stagedAt = timestamp()
