// The migrations that were applied, and whether the database holds anything that is not Wijk's; a lock is an older Wijk's.
OPTIONAL MATCH (m:WijkMigration)
WITH m ORDER BY m.number
WITH collect(m) AS applied
RETURN [m IN applied | m.number] AS number, [m IN applied | m.checksum] AS checksum,
       EXISTS { (:WijkGraph) } AS hasGraph, EXISTS { (n) WHERE NOT n:WijkLock } AS hasNodes
