// The indexes that are there, each with whether it is a constraint's.
SHOW INDEXES YIELD name, owningConstraint
RETURN name, owningConstraint IS NOT NULL AS isConstraint
