// Gives a lock back.
MATCH (l:WijkLock {name: $in.name, owner: $in.owner})
DELETE l
