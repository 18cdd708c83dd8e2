// Notes that a migration was applied.
MERGE (m:WijkMigration {number: $number})
ON CREATE SET m.name = $name, m.checksum = $checksum, m.appliedAt = datetime()
