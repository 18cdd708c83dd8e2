// Puts the heads of change sets ready; they become part of the log when the load is finished.
UNWIND $in.changeSets AS head
MERGE (s:WijkStagedChangeSet {load: $in.load, version: head.version})
SET s:_Staged
SET s.id = head.id, s.source = head.source, s.recordedAt = datetime({epochMillis: head.recordedAt}), s.changeCount = head.changeCount,
    s.log = head.log, s.stagedAt = timestamp()
