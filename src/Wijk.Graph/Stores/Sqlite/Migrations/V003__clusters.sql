-- The clusters that were found at a version, with the ids they keep. clusters: JSON, [{"id","isBlock","members":[keys]}].
CREATE TABLE clusters (
    version INTEGER PRIMARY KEY,
    day TEXT NOT NULL,
    clusters TEXT NOT NULL
) STRICT;
