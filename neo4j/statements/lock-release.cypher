// Gives a lock back.
MATCH (l:WijkLock {name: $name, owner: $owner})
DELETE l
