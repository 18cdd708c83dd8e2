// Zonder welke verbinding valt een deel van het netwerk uiteen? Verbindingen met een persoon worden niet genoemd.
// Without which edge does a part of the network fall apart? Edges with a person are not named.
CALL gds.bridges.stream('wijk', {})
YIELD from, to
WITH gds.util.asNode(from) AS a, gds.util.asNode(to) AS b
WHERE NOT a:Professional AND NOT b:Professional
WITH CASE WHEN a.key < b.key THEN a ELSE b END AS one, CASE WHEN a.key < b.key THEN b ELSE a END AS other
RETURN one.name AS one, other.name AS other, one.key AS oneKey, other.key AS otherKey
ORDER BY oneKey, otherKey
