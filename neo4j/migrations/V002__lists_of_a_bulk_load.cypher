// To Neo4j's bulk loader an empty field is no list at all, so a list without texts, or with one that is empty, is not in its files.
// Here the lists get their place. In a database that was filled in another way there is nothing to do.

// An inference that looked at no words.
MATCH (n:WijkNode)
WHERE n.inferredFrom IS NOT NULL AND n.inferredWords IS NULL
CALL (n) {
    SET n.inferredWords = []
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (:WijkNode)-[r]->(:WijkNode)
WHERE r.key IS NOT NULL AND r.inferredFrom IS NOT NULL AND r.inferredWords IS NULL
CALL (r) {
    SET r.inferredWords = []
} IN TRANSACTIONS OF 10000 ROWS;

// The other lists: the files name each.
MATCH (list:WijkShortList)
WHERE list.from IS NULL
MATCH (n:WijkNode {key: list.key})
CALL (list, n) {
    SET n[list.property] = CASE list.length WHEN 0 THEN [] ELSE [''] END
    DELETE list
} IN TRANSACTIONS OF 10000 ROWS;
MATCH (list:WijkShortList)
MATCH (a:WijkNode {key: list.from})
MATCH (b:WijkNode {key: list.to})
MATCH (a)-[r]->(b)
WHERE r.key = list.key
CALL (list, r) {
    SET r[list.property] = CASE list.length WHEN 0 THEN [] ELSE [''] END
    DELETE list
} IN TRANSACTIONS OF 10000 ROWS;
