// Takes or renews a lock; no row when another holds it. The server's own clock decides what is past.
MERGE (l:WijkLock {name: $in.name})
SET l.asked = $in.owner
WITH l
WHERE l.owner IS NULL OR l.owner = $in.owner OR l.expiresAt < timestamp()
SET l.owner = $in.owner, l.expiresAt = timestamp() + $in.lease
RETURN l.expiresAt AS expiresAt
