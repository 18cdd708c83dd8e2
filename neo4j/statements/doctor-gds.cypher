// Whether Graph Data Science is there.
SHOW FUNCTIONS YIELD name WHERE name = 'gds.version'
RETURN count(*) > 0 AS hasGds
