// How many relations of other types start at a node without a key of Wijk.
MATCH (a)-[r]->()
WHERE NOT coalesce(a:WijkNode AND a.key > '', false) AND NOT type(r) IN $in.kinds
RETURN type(r) AS type, count(*) AS count
ORDER BY type
