-- The graph as it stands, and every change that made it. Times are milliseconds since 1970 in UTC, JSON is as in the export.
CREATE TABLE graph (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    version INTEGER NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;
INSERT INTO graph (id, version, recorded_at) VALUES (1, 0, 0);

-- attributes and inference: JSON, NULL when there is nothing. visibility: 0 public, 1 partner, 2 coordinator.
CREATE TABLE node (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    is_stub INTEGER NOT NULL,
    valid_from TEXT,
    valid_to TEXT,
    visibility INTEGER NOT NULL,
    source TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    inference TEXT,
    attributes TEXT
) STRICT;

-- The ends are numbers, since a node's key would stand in each of its relations again.
CREATE TABLE relation (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    from_id INTEGER NOT NULL REFERENCES node (id),
    to_id INTEGER NOT NULL REFERENCES node (id),
    valid_from TEXT,
    valid_to TEXT,
    visibility INTEGER NOT NULL,
    source TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    inference TEXT,
    attributes TEXT
) STRICT;
CREATE INDEX relation_from ON relation (from_id);
CREATE INDEX relation_to ON relation (to_id);

CREATE TABLE change_set (
    version INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    source TEXT NOT NULL,
    recorded_at INTEGER NOT NULL
) STRICT;

-- record: the JSON of what was put, NULL for a removal. position: the place in key order within the change set.
CREATE TABLE change (
    version INTEGER NOT NULL REFERENCES change_set (version),
    position INTEGER NOT NULL,
    key TEXT NOT NULL,
    record TEXT,
    PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;
