// 1. In welke cellen (doelgroep in een gebied) werken de meeste instanties uit verschillende domeinen, en hoeveel daarvan is afgestemd?
// 1. Which cells (a target group in an area) have most agencies from different domains, and how much of it is coordinated?
//
// Kolommen / columns
//   agencies         wie er een maatregel uitvoert / who runs a measure there; a funder is not active, an initiative makes no pair
//   domains          hun domeinen daar, zonder verzamelnamen / their domains there, catch-alls left out
//   crossingPairs    paren uit verschillende domeinen, in dezelfde tijd / pairs from different domains, at the same time; above 0 the cell overlaps
//   coordinated, notCoordinated, unknown   alle paren: niveau 3 of hoger, lager, niet gevraagd / all pairs: level 3 or more, less, never asked
//   coordinatedShare                       van de gevraagde paren; leeg als niemand iets is gevraagd / of the pairs that were asked; empty when none was
//
// Dit weet het antwoord niet / what this does not know
//   Onbekend is niet "niet": zonder relatie heeft niemand het gevraagd. / Unknown is not "not": without a relation nobody asked.
//   Inzet zonder groep of zonder gebied maakt geen cel. / A targeting without group or area makes no cell.
//   Een periode zonder begin of eind telt als doorlopend. / A period without start or end counts as going on.
//   Wie voor een ruimere groep of een groter gebied werkt, staat er niet bij. / Who works for a wider group or area is not in it.

// Wie de vraag stelt, mag dit zien: 'public', 'partner', 'coordinator'. / What may be seen by whoever asks.
WITH ['public'] AS visible

MATCH (t:Targeting)-[of:OF]->(measure:Measure)<-[run:RUNS]-(agency:Agency),
      (t)-[forGroup:FOR]->(group:TargetGroup),
      (t)-[inArea:IN]->(area:Area)
WHERE all(record IN [t, of, measure, run, agency, forGroup, group, inArea, area] WHERE record.visibility IN visible)

// A date may be a year or a month: '2016' is 2016-01-01 to 2016-12-31. Written out as texts, days are in the order of time.
WITH visible, group, area, agency, measure,
     t.validFrom + substring('0000-01-01', size(t.validFrom)) AS ownFirst,
     t.validTo + substring('0000-12-31', size(t.validTo)) AS ownLast,
     measure.validFrom + substring('0000-01-01', size(measure.validFrom)) AS measureFirst,
     measure.validTo + substring('0000-12-31', size(measure.validTo)) AS measureLast,
     run.validFrom + substring('0000-01-01', size(run.validFrom)) AS runFirst,
     run.validTo + substring('0000-12-31', size(run.validTo)) AS runLast

// Where the targeting has no date, the measure's counts; unless the targeting begins after its measure ended, or the other way round.
WITH *, coalesce(coalesce(ownFirst, measureFirst) > coalesce(ownLast, measureLast), false) AS isApart
WITH *,
     CASE WHEN isApart THEN ownFirst ELSE coalesce(ownFirst, measureFirst) END AS workFirst,
     CASE WHEN isApart THEN ownLast ELSE coalesce(ownLast, measureLast) END AS workLast

// An agency is active on the days that it runs the measure.
WITH *,
     CASE WHEN workFirst IS NULL OR runFirst > workFirst THEN runFirst ELSE workFirst END AS first,
     CASE WHEN workLast IS NULL OR runLast < workLast THEN runLast ELSE workLast END AS last
WHERE NOT coalesce(first > last, false)
WITH visible, group, area, agency, collect(DISTINCT measure) AS measures, collect(DISTINCT {first: first, last: last}) AS periods

WITH visible, group, area, measures,
     {
         agency: agency,
         periods: periods,
         domains: COLLECT {
             UNWIND measures AS measure
             MATCH (measure)-[inDomain:IN_DOMAIN]->(domain:Domain)
             WHERE inDomain.visibility IN visible AND domain.visibility IN visible AND NOT coalesce(domain.catchAll, false)
             WITH DISTINCT domain
             ORDER BY domain.key
             RETURN domain
         }
     } AS part
ORDER BY part.agency.key
WITH visible, group, area, collect(part) AS parts, collect(measures) AS measureLists
WHERE size(parts) > 1

CALL (parts) {
    UNWIND range(0, size(parts) - 2) AS i
    UNWIND range(i + 1, size(parts) - 1) AS j
    WITH parts[i] AS a, parts[j] AS b
    WHERE size(a.domains) > 0 AND size(b.domains) > 0 AND a.domains <> b.domains
      AND any(mine IN a.periods WHERE any(other IN b.periods
          WHERE coalesce(mine.first <= other.last, true) AND coalesce(other.first <= mine.last, true)))
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
