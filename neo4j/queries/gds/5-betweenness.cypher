// Wie ligt er vaak op de kortste weg tussen twee anderen? Personen worden niet genoemd.
// Who lies often on the shortest path between two others? Persons are not named.
//
// betweenness   over alle paren van anderen: het deel van hun kortste wegen waar deze op ligt, opgeteld; elk paar telt één keer
//               over all pairs of others: the share of their shortest paths that this one is on, summed; each pair counts once
// Wie in het midden ligt, is niet belangrijker: er komt meer langs, en er hangt meer van af.
// Who is in the middle is not more important: more passes by, and more depends on it.
CALL gds.betweenness.stream('wijk', {})
YIELD nodeId, score
WITH gds.util.asNode(nodeId) AS node, score
WHERE score > 0 AND NOT node:Professional
RETURN node.name AS name, score AS betweenness, node.key AS key
ORDER BY betweenness DESC, key
