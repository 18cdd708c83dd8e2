-- Which database this is, 16 random bytes, and after them how often it was written, 8 bytes; always on the page where it was made. Whoever has the file open
-- looks there, past SQLite, whether somebody copied another file over it.
CREATE TABLE mark (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    value BLOB NOT NULL CHECK (length(value) = 24)
) STRICT;
INSERT INTO mark (id, value) VALUES (1, CAST(randomblob(16) || x'0000000000000000' AS BLOB));
