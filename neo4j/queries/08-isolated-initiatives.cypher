// 8. Welke bewonersinitiatieven staan alleen, en wat is de kortste weg naar iemand die betaalt of beslist?
// 8. Which residents' initiatives stand alone, and what is the shortest path to somebody who pays or decides?
//
// Alleen: geen contact van niveau 1 of hoger, en niemand die het ondersteunt. / Alone: no tie of level 1 or more, and nobody who supports it.
// Kolommen / columns
//   wasAsked    of er naar contacten is gevraagd; zo niet, dan kunnen ze er best zijn / whether ties were asked for; if not, there may well be some
//   reaches     wie betaalt (FUNDS), of van wie een akkoord nodig is, of een gemeente of stadsdeel
//               who pays (FUNDS), or whose mandate is needed, or a municipality or district
//   steps, path de kortste weg: over wie betaalt, uitvoert, ondersteunt, samenwerkt, samen aan tafel zit, bij dezelfde regeling hoort, dezelfde
//               belemmering aanpakt of er voor dezelfde groep is
//               the shortest path: over who pays, runs, supports, collaborates, sits at one table, belongs to one scheme, addresses one barrier
//               or is there for the same group. The words in it are the types of the relations.
//
// Dit weet het antwoord niet / what this does not know
//   Een weg is geen contact: wie voor dezelfde groep werkt, kent elkaar misschien niet. / A path is no contact: who works for the same group may not know each other.
//   Een weg over een persoon wordt niet getoond. / A path over a person is not shown.

// Wie de vraag stelt, mag dit zien. / What may be seen by whoever asks.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible

MATCH (agency:Agency)
WHERE agency.visibility IN visible
  AND (agency.type IN ['municipality', 'district']
    OR EXISTS { MATCH (agency)-[pays:FUNDS]->(paid) WHERE pays.visibility IN visible AND paid.visibility IN visible }
    OR EXISTS { MATCH (agency)<-[mandate:NEEDS_MANDATE_OF]-(point) WHERE mandate.visibility IN visible AND point.visibility IN visible })
WITH visible, collect(agency) AS ends

// Ties of which anybody says that there is no contact: the lowest report counts.
OPTIONAL MATCH (a)-[no:COLLABORATES]-(b)
WHERE a.key < b.key AND no.level < 1 AND no.visibility IN visible
WITH DISTINCT visible, ends, a, b
OPTIONAL MATCH (a)-[tie:COLLABORATES]-(b)
WITH visible, ends, collect(tie) AS denied

MATCH (initiative:Initiative)
WHERE initiative.visibility IN visible
  AND NOT EXISTS { MATCH (who)-[support:SUPPORTS]->(initiative) WHERE support.visibility IN visible AND who.visibility IN visible }
WITH visible, ends, denied, initiative,
     COLLECT {
         MATCH (initiative)-[tie:COLLABORATES]-(other)
         WHERE tie.visibility IN visible AND other.visibility IN visible
         // Where reports on one pair differ, the lowest counts.
         WITH other, min(tie.level) AS level
         RETURN level
     } AS levels
WHERE all(level IN levels WHERE level < 1)

OPTIONAL CALL (visible, ends, denied, initiative) {
    // Where one of them is a step away, there is no need to look further.
    WITH *, COLLECT {
        MATCH (initiative)-[step:FUNDS|RUNS|SUPPORTS|COLLABORATES|MEMBER_OF|PART_OF|ADDRESSES|OF|FOR]-(agency)
        WHERE agency IN ends AND step.visibility IN visible AND NOT step IN denied
        RETURN DISTINCT agency
    } AS near
    UNWIND CASE WHEN size(near) > 0 THEN near ELSE ends END AS agency
    MATCH path = shortestPath((initiative)-[:FUNDS|RUNS|SUPPORTS|COLLABORATES|MEMBER_OF|PART_OF|ADDRESSES|OF|FOR*1..8]-(agency))
    WHERE all(node IN nodes(path) WHERE node.visibility IN visible AND NOT node:Professional)
      AND all(step IN relationships(path) WHERE step.visibility IN visible AND NOT step IN denied)
    RETURN agency, path
    ORDER BY length(path), agency.key
    LIMIT 1
}
RETURN initiative.name AS initiative,
       size(levels) > 0 AS wasAsked,
       agency.name AS reaches,
       length(path) AS steps,
       CASE WHEN path IS NOT NULL THEN reduce(words = '', i IN range(0, length(path)) |
           words + coalesce(nodes(path)[i].name, head([label IN labels(nodes(path)[i]) WHERE label <> 'WijkNode']))
           + CASE WHEN i < length(path) THEN ' - ' + type(relationships(path)[i]) + ' - ' ELSE '' END) END AS path,
       initiative.key AS initiativeKey,
       agency.key AS reachesKey
ORDER BY steps DESC, initiativeKey
