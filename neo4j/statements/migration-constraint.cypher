// A migration is noted once, also by several processes at once; this comes before all migrations.
CREATE CONSTRAINT wijk_migration_number IF NOT EXISTS FOR (m:WijkMigration) REQUIRE m.number IS UNIQUE
