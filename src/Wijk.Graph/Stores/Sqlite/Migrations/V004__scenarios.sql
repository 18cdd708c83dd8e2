-- Scenarios that somebody saved: beside the graph, in no version of it. content: JSON of what is asked.
CREATE TABLE scenario (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    saved_at INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
