// What a change set must be checked against: the version, whether its id was committed, and the records that its changes speak of.
// Relations are looked for through the shorter of their two ends, which is fast for any type.
MATCH (g:WijkGraph {name: 'graph'})
OPTIONAL MATCH (earlier:WijkChangeSet {id: $in.id}) WHERE earlier.version <= g.version
WITH g, earlier
CALL () {
    UNWIND $in.nodes AS key
    MATCH (n:WijkNode {key: key})
    RETURN collect(n) AS nodes
}
CALL () {
    UNWIND $in.relations AS wanted
    MATCH (a:WijkNode {key: wanted.from})
    MATCH (b:WijkNode {key: wanted.to})
    MATCH (a)-[r]->(b)
    WHERE r.key = wanted.key AND type(r) = wanted.kind
    RETURN collect(r) AS relations
}
CALL () {
    UNWIND $in.removedNodes AS key
    MATCH (n:WijkNode {key: key})-[r]-()
    RETURN collect([key, coalesce(r.key, elementId(r)), r.key IS NOT NULL]) AS relationsOfRemoved
}
CALL () {
    UNWIND $in.puts AS key
    MATCH (t:WijkRemoved {key: key})
    RETURN collect(t.key) AS returning
}
RETURN g.version AS version, g.applying AS applying, coalesce(g.applyExpiresAt < timestamp(), false) AS isAbandoned,
       earlier.version AS earlierVersion, earlier.log AS earlierLog,
       [n IN nodes | [n.key, n{.*}]] AS nodes,
       [r IN relations | [r.key, r{.*}]] AS relations,
       relationsOfRemoved, returning
