// Some of the pages of an applied load: those of the log are no longer staged, the others are not needed any more.
MATCH (p:_Staged {load: $in.load})
WHERE p:WijkLogPage
WITH p LIMIT $in.count
CALL (p) {
    WITH p WHERE p.isKept
    REMOVE p:_Staged, p.load, p.stagedAt, p.isKept
    UNION
    WITH p WHERE NOT p.isKept
    DELETE p
}
RETURN count(*) AS count
