// 1. In welke cellen (doelgroep in een gebied) werken de meeste instanties uit verschillende domeinen, en hoeveel daarvan is afgestemd?
// 1. Which cells (a target group in an area) have most agencies from different domains, and how much of it is coordinated?
//
// Kolommen / columns
//   agencies         wie er een maatregel uitvoert / who runs a measure there; a funder is not active, an initiative makes no pair
//   domains          hun domeinen daar, zonder verzamelnamen / their domains there, catch-alls left out
//   crossingPairs    paren met een maatregel van elk die geen domein delen, op het hoogste niveau / pairs with a measure of each that share no
//                    domain, on the top level; above 0 the cell overlaps
//   coordinated, notCoordinated, unknown   alle paren: niveau 3 of hoger, lager, niet gevraagd / all pairs: level 3 or more, less, never asked
//   coordinatedShare                       van de gevraagde paren; leeg als niemand iets is gevraagd / of the pairs that were asked; empty when none was
//
// Dit weet het antwoord niet / what this does not know
//   Onbekend is niet "niet": zonder relatie heeft niemand het gevraagd. / Unknown is not "not": without a relation nobody asked.
//   Inzet zonder groep of zonder gebied maakt geen cel. / A targeting without group or area makes no cell.
//   Alleen wat op de dag geldt telt; zonder begin of eind loopt het door. / Only what holds on the day counts; without start or end it goes on.
//   Wie voor een ruimere groep of een groter gebied werkt, staat er niet bij. / Who works for a wider group or area is not in it.

// Wie de vraag stelt, mag dit zien, en de dag waarover het gaat. / What may be seen by whoever asks, and the day it is about.
WITH ['public'] AS visible, toString(date()) AS day

MATCH (t:Targeting)-[of:OF]->(measure:Measure)<-[run:RUNS]-(agency:Agency),
      (t)-[forGroup:FOR]->(group:TargetGroup),
      (t)-[inArea:IN]->(area:Area)
WHERE all(record IN [t, of, measure, run, agency, forGroup, group, inArea, area] WHERE record.visibility IN visible
    // A date may be a year or a month: '2016' is 2016-01-01 to 2016-12-31. Written out as texts, days are in the order of time.
    AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
    AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
WITH DISTINCT visible, day, group, area, agency, measure

// The domains of each measure, catch-alls left out, and the highest that each is part of: one name is one domain.
CALL (visible, day, measure) {
    OPTIONAL MATCH (measure)-[inDomain:IN_DOMAIN]->(domain:Domain)
    WHERE NOT coalesce(domain.catchAll, false)
      AND all(record IN [inDomain, domain] WHERE record.visibility IN visible
        AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
        AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
    OPTIONAL MATCH (domain)-[:PART_OF*0..]->(top:Domain)
    WHERE NOT (top)-[:PART_OF]->(:Domain)
    RETURN collect(DISTINCT domain) AS domains, collect(DISTINCT top.name) AS tops
}
WITH visible, group, area, agency, collect({measure: measure, domains: domains, tops: tops}) AS works

WITH visible, group, area, [work IN works | work.measure] AS measures,
     {
         agency: agency,
         works: [work IN works WHERE size(work.tops) > 0],
         domains: COLLECT { UNWIND works AS work UNWIND work.domains AS domain RETURN DISTINCT domain }
     } AS part
ORDER BY part.agency.key
WITH visible, group, area, collect(part) AS parts, collect(measures) AS measureLists
WHERE size(parts) > 1

CALL (parts) {
    UNWIND range(0, size(parts) - 2) AS i
    UNWIND range(i + 1, size(parts) - 1) AS j
    WITH parts[i] AS a, parts[j] AS b
    WHERE any(mine IN a.works WHERE any(other IN b.works WHERE none(top IN mine.tops WHERE top IN other.tops)))
    RETURN count(*) AS crossingPairs
}

// A tie of a professional counts for the agency they work for. Where reports on one pair differ, the lowest counts; then the highest of
// an agency's own tie and those of its professionals.
CALL (visible, parts) {
    WITH visible, [part IN parts | part.agency] AS agencies
    UNWIND agencies AS a
    MATCH (a)<-[aWorks:WORKS_FOR*0..1]-(x)-[tie:COLLABORATES]-(y)-[bWorks:WORKS_FOR*0..1]->(b:Agency)
    WHERE b IN agencies AND a.key < b.key AND x.visibility IN visible AND y.visibility IN visible AND tie.visibility IN visible
      AND all(works IN aWorks + bWorks WHERE works.visibility IN visible)
    WITH a, b, x, y, min(tie.level) AS reported
    WITH a, b, max(reported) AS level
    RETURN count(CASE WHEN level >= 3 THEN 1 END) AS coordinated, count(CASE WHEN level < 3 THEN 1 END) AS notCoordinated
}

WITH *, size(parts) * (size(parts) - 1) / 2 AS pairs
RETURN group.name AS targetGroup,
       area.name AS area,
       size(parts) AS agencyCount,
       [part IN parts | part.agency.name] AS agencies,
       COLLECT { UNWIND parts AS part UNWIND part.domains AS domain RETURN DISTINCT domain.name AS name ORDER BY name } AS domains,
       COLLECT { UNWIND measureLists AS list UNWIND list AS measure RETURN DISTINCT measure.name AS name ORDER BY name } AS measures,
       crossingPairs,
       coordinated,
       notCoordinated,
       pairs - coordinated - notCoordinated AS unknown,
       CASE WHEN coordinated + notCoordinated > 0 THEN toFloat(coordinated) / (coordinated + notCoordinated) END AS coordinatedShare,
       group.key AS targetGroupKey,
       area.key AS areaKey,
       [part IN parts | part.agency.key] AS agencyKeys
ORDER BY crossingPairs DESC, agencyCount DESC, areaKey, targetGroupKey
