// 3. Wat eindigt er binnen 12 maanden, en wie houdt dan niets over?
// 3. What ends within 12 months, and who is then left without anything?
//
// Een rij voor elke plek waar het eindigende werk is: een doelgroep in een gebied. / A row for each place the ending work is in: a group in an area.
// Kolommen / columns
//   lastDay         het eind van de periode of van het geld, wat het eerst komt / the end of its period or of its funding, whichever is first
//   because         'period' of 'funding'
//   goesOn          hoeveel ander werk er voor die groep in dat gebied na die 12 maanden nog is / other work there that goes on after those 12 months
//   leftWithout     true: er blijft niets over waarvan wij weten / nothing that we know of is left; leeg zonder groep of gebied / empty without group or area
//
// Dit weet het antwoord niet / what this does not know
//   Werk zonder einddatum telt als doorlopend; vaak weet alleen de financier beter. / Work without an end counts as going on; often only its funder knows better.
//   Of het wordt verlengd. / Whether it will be extended.
//   Werk voor een ruimere groep of een groter gebied telt niet mee. / Work for a wider group or a larger area is not counted.

// Wie de vraag stelt, mag dit zien, en de dag waarvan af wordt geteld. / What may be seen by whoever asks, and the day to count from.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible, date() AS day
WITH visible, toString(day) AS day, toString(day + duration('P12M')) AS horizon

// All work that is running, until when, and where it is for whom. A year begins on 1 January and ends on 31 December.
CALL (visible, day) {
    MATCH (work:Measure|Initiative)
    WHERE work.visibility IN visible
    WITH visible, day, work,
         work.validFrom + substring('0000-01-01', size(work.validFrom)) AS workFirst,
         work.validTo + substring('0000-12-31', size(work.validTo)) AS workLast,
         work.fundingEnd + substring('0000-12-31', size(work.fundingEnd)) AS fundedUntil
    WITH *, CASE WHEN workLast IS NULL OR fundedUntil < workLast THEN fundedUntil ELSE workLast END AS lastDay
    WHERE coalesce(workFirst <= day, true) AND coalesce(lastDay >= day, true)
    OPTIONAL MATCH (work)<-[of:OF]-(t:Targeting)
    WHERE of.visibility IN visible AND t.visibility IN visible
      AND coalesce(t.validFrom + substring('0000-01-01', size(t.validFrom)) <= day, true)
      AND coalesce(t.validTo + substring('0000-12-31', size(t.validTo)) >= day, true)
    WITH *, t.validTo + substring('0000-12-31', size(t.validTo)) AS ownLast
    RETURN work, lastDay, CASE WHEN workLast IS NULL OR fundedUntil < workLast THEN 'funding' ELSE 'period' END AS because,
           head([(t)-[r:FOR]->(group:TargetGroup) WHERE r.visibility IN visible AND group.visibility IN visible | group]) AS group,
           head([(t)-[r:IN]->(area:Area) WHERE r.visibility IN visible AND area.visibility IN visible | area]) AS area,
           CASE WHEN lastDay IS NULL OR ownLast < lastDay THEN ownLast ELSE lastDay END AS thereUntil,

           // Active is an initiative itself, or what somebody runs.
           work:Initiative OR EXISTS {
               MATCH (runner)-[run:RUNS]->(work)
               WHERE run.visibility IN visible AND runner.visibility IN visible
                 AND coalesce(run.validFrom + substring('0000-01-01', size(run.validFrom)) <= day, true)
                 AND coalesce(run.validTo + substring('0000-12-31', size(run.validTo)) >= day, true)
           } AS isActive
}
// What goes on in each place after those 12 months.
WITH visible, horizon, group, area,
     collect({work: work, lastDay: lastDay, because: because, goesOn: isActive AND coalesce(thereUntil > horizon, true)}) AS works
WITH *, CASE WHEN group IS NOT NULL AND area IS NOT NULL
    THEN COLLECT { UNWIND works AS one WITH one WHERE one.goesOn RETURN DISTINCT one.work } END AS remaining
UNWIND works AS ending
WITH * WHERE ending.lastDay <= horizon
WITH DISTINCT visible, group, area, ending.work AS work, ending.lastDay AS lastDay, ending.because AS because,
     size(remaining) - CASE WHEN ending.work IN remaining THEN 1 ELSE 0 END AS others
RETURN work.name AS work,
       head([label IN labels(work) WHERE label <> 'WijkNode']) AS kind,
       lastDay,
       because,
       COLLECT {
           MATCH (runner:Agency|Initiative)-[run:RUNS]->(work)
           WHERE run.visibility IN visible AND runner.visibility IN visible
           RETURN DISTINCT runner.name AS name ORDER BY name
       } AS runBy,
       group.name AS targetGroup,
       area.name AS area,
       others AS goesOn,
       others = 0 AS leftWithout,
       work.key AS workKey,
       group.key AS targetGroupKey,
       area.key AS areaKey
ORDER BY coalesce(leftWithout, false) DESC, lastDay, workKey, targetGroupKey, areaKey
