// People look for a name.
CREATE INDEX wijk_name IF NOT EXISTS FOR (n:WijkNode) ON (n.name);
