// De groepen die 6-leiden.cypher vond. Personen worden niet genoemd. / The communities that 6-leiden.cypher found. Persons are not named.
//
// community   een nummer zonder betekenis / a number without meaning
CALL gds.graph.nodeProperty.stream('wijk', 'community', ['*'], {})
YIELD nodeId, propertyValue
WITH propertyValue AS community, gds.util.asNode(nodeId) AS node
ORDER BY node.key
WITH community, count(*) AS memberCount, collect(CASE WHEN NOT node:Professional THEN node END) AS members
RETURN community, memberCount, [node IN members | node.name] AS members, [node IN members | node.key] AS memberKeys
ORDER BY memberCount DESC, memberKeys
