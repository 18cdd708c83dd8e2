// The change sets of a load, oldest first.
MATCH (s:_Staged {load: $in.load})
WHERE s:WijkStagedChangeSet
RETURN s.version AS version, s.id AS id, s.source AS source, s.recordedAt.epochMillis AS recordedAt, s.log AS log, s.changeCount AS changeCount
ORDER BY version
