// Zonder wie valt een deel van het netwerk uiteen? Personen worden niet genoemd.
// Without whom does a part of the network fall apart? Persons are not named.
CALL gds.articulationPoints.stream('wijk', {})
YIELD nodeId
WITH gds.util.asNode(nodeId) AS node
WHERE NOT node:Professional
RETURN node.name AS name, node.key AS key
ORDER BY key
