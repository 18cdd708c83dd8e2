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
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible, toString(date()) AS day

MATCH (agency:Agency)-[:RUNS]->(:Measure)
WITH DISTINCT visible, day, agency

// Whom each coordinates with, and with whom not. A tie of a professional counts for the agency they work for. Where reports on one pair differ, the
// lowest counts; then the highest of an agency's own tie and those of its professionals.
CALL (visible, agency) {
    MATCH (agency)<-[mine:WORKS_FOR*0..1]-(x)-[tie:COLLABORATES]-(y)
    WHERE x.visibility IN visible AND y.visibility IN visible AND tie.visibility IN visible AND all(works IN mine WHERE works.visibility IN visible)
    WITH visible, agency, x, y, min(tie.level) AS reported
    MATCH (y)-[theirs:WORKS_FOR*0..1]->(other:Agency)
    WHERE agency.key < other.key AND all(works IN theirs WHERE works.visibility IN visible)
    WITH other, max(reported) AS level
    RETURN collect(CASE WHEN level >= 3 THEN other END) AS close, collect(CASE WHEN level < 3 THEN other END) AS distant
}

MATCH (agency)-[run:RUNS]->(measure:Measure)
WHERE all(record IN [agency, run, measure] WHERE record.visibility IN visible
    // A date may be a year or a month: '2016' is 2016-01-01 to 2016-12-31. Written out as texts, days are in the order of time.
    AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
    AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))

// The domains of each measure, catch-alls left out, and the highest that each is part of: one name is one domain.
CALL (visible, day, measure) {
    OPTIONAL MATCH (measure)-[inDomain:IN_DOMAIN]->(domain:Domain)
    WHERE NOT coalesce(domain.catchAll, false)
      AND all(record IN [inDomain, domain] WHERE record.visibility IN visible
        AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
        AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
    OPTIONAL MATCH (domain)-[:PART_OF*0..]->(top:Domain)
    WHERE NOT (top)-[:PART_OF]->(:Domain)
    RETURN collect(DISTINCT top.name) AS tops
}

MATCH (measure)<-[of:OF]-(t:Targeting), (t)-[forGroup:FOR]->(group:TargetGroup), (t)-[inArea:IN]->(area:Area)
WHERE all(record IN [of, t, forGroup, group, inArea, area] WHERE record.visibility IN visible
    AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
    AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
WITH visible, day, group, area, agency, close, distant, collect(DISTINCT {measure: measure, tops: tops}) AS works
ORDER BY agency.key
WITH visible, day, group, area, collect({agency: agency, works: works, close: close, distant: distant}) AS parts
WHERE size(parts) > 1
WITH visible, day, group, area, parts, [part IN parts | part.agency] AS agencies

CALL (parts) {
    UNWIND range(0, size(parts) - 2) AS i
    UNWIND range(i + 1, size(parts) - 1) AS j
    WITH [work IN parts[i].works WHERE size(work.tops) > 0] AS a, [work IN parts[j].works WHERE size(work.tops) > 0] AS b
    WHERE any(mine IN a WHERE any(other IN b WHERE none(top IN mine.tops WHERE top IN other.tops)))
    RETURN count(*) AS crossingPairs
}
WITH visible, day, group, area, agencies, crossingPairs,
     COLLECT { UNWIND parts AS part UNWIND part.works AS work RETURN DISTINCT work.measure } AS measures,
     size(parts) * (size(parts) - 1) / 2 AS pairs,
     reduce(count = 0, part IN parts | count + size([other IN part.close WHERE other IN agencies])) AS coordinated,
     reduce(count = 0, part IN parts | count + size([other IN part.distant WHERE other IN agencies])) AS notCoordinated
RETURN group.name AS targetGroup,
       area.name AS area,
       size(agencies) AS agencyCount,
       [agency IN agencies | agency.name] AS agencies,
       COLLECT {
           UNWIND measures AS measure
           MATCH (measure)-[inDomain:IN_DOMAIN]->(domain:Domain)
           WHERE NOT coalesce(domain.catchAll, false)
             AND all(record IN [inDomain, domain] WHERE record.visibility IN visible
               AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
               AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
           RETURN DISTINCT domain.name AS name ORDER BY name
       } AS domains,
       COLLECT { UNWIND measures AS measure RETURN DISTINCT measure.name AS name ORDER BY name } AS measures,
       crossingPairs,
       coordinated,
       notCoordinated,
       pairs - coordinated - notCoordinated AS unknown,
       CASE WHEN coordinated + notCoordinated > 0 THEN toFloat(coordinated) / (coordinated + notCoordinated) END AS coordinatedShare,
       group.key AS targetGroupKey,
       area.key AS areaKey,
       [agency IN agencies | agency.key] AS agencyKeys
ORDER BY crossingPairs DESC, agencyCount DESC, areaKey, targetGroupKey
