// Takes or renews a lock; no row when another holds it. The server's own clock decides what is past.
MERGE (l:WijkLock {name: $name})
SET l.asked = $owner
WITH l
WHERE l.owner IS NULL OR l.owner = $owner OR l.expiresAt < timestamp()
SET l.owner = $owner, l.expiresAt = timestamp() + $lease
RETURN l.expiresAt AS expiresAt
