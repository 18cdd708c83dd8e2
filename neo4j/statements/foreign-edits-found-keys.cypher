// Which of some keys stand on any node or relation, whatever its labels or type; a tombstone and a note of a bulk load are none.
RETURN COLLECT {
           MATCH (n) WHERE n.key IN $in.keys AND NOT n:WijkRemoved AND NOT n:WijkShortList RETURN DISTINCT n.key
       } AS nodes,
       COLLECT {
           MATCH ()-[r]->() WHERE r.key IN $in.keys RETURN DISTINCT r.key
       } AS relations
