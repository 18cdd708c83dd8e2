// Notes that a migration was applied.
MERGE (m:WijkMigration {number: $in.number})
ON CREATE SET m.name = $in.name, m.checksum = $in.checksum, m.appliedAt = datetime()
