// A lock has one holder; this comes before all migrations, since they need a lock themselves.
CREATE CONSTRAINT wijk_lock_name IF NOT EXISTS FOR (l:WijkLock) REQUIRE l.name IS UNIQUE
