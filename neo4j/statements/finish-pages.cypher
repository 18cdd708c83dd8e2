// Some of the pages of an applied load that belong to the log are no longer staged; the others are not needed any more.
MATCH (p:_Staged:WijkLogPage {load: $load})
WITH p LIMIT $count
CALL (p) {
    WITH p WHERE EXISTS { (s:WijkStagedChangeSet {load: $load}) WHERE s.log = p.log }
    REMOVE p:_Staged, p.load, p.stagedAt
    UNION
    WITH p WHERE NOT EXISTS { (s:WijkStagedChangeSet {load: $load}) WHERE s.log = p.log }
    DELETE p
}
RETURN count(*) AS count
