// The newest change set of a load: what is removed was removed by it.
MATCH (s:WijkStagedChangeSet {load: $load})
RETURN s.version AS version, s.source AS source, s.recordedAt.epochMillis AS recordedAt
ORDER BY s.version DESC LIMIT 1
