// 14. Welke instanties en loketten zijn er voor mensen als wij, en welke daarvan kennen elkaar?
// 14. Which agencies and counters address people like us, and which of them know each other?
//
// Een rij voor elke instantie of elk initiatief, voor een doelgroep in een gebied. / A row for each agency or initiative, for a group in an area.
// Kolommen / columns
//   counters     maatregelen waarvoor je naar een loket gaat / measures for which people come to a counter
//   comesToYou   maatregelen die naar mensen toe gaan / measures that go out to people
//   knows        wie van de anderen hier het kent (niveau 1 of hoger) / whom of the others here it knows (level 1 or more)
//   noContact    gevraagd, en er is geen contact / asked, and there is no contact
//   neverAsked   niemand heeft gevraagd of zij elkaar kennen / nobody asked whether they know each other
//
// Dit weet het antwoord niet / what this does not know
//   Er is aanbod, maar of u er terecht kunt staat er niet in. / There is an offer; whether it is open to you is not in it.
//   Aanbod voor een ruimere groep of een groter gebied staat op een eigen rij. / What is for a wider group or a larger area has a row of its own.

// Wie de vraag stelt, mag dit zien; de dag; en (een deel van) de naam van de groep en van het gebied: '' is allemaal.
// What may be seen by whoever asks; the day; and (part of) the name of the group and of the area: '' is all.
WITH ['public'] AS visible, toString(date()) AS day, '' AS people, '' AS place

MATCH (group:TargetGroup)<-[forGroup:FOR]-(t:Targeting)-[inArea:IN]->(area:Area),
      (t)-[of:OF]->(work:Measure|Initiative)
WHERE toLower(group.name) CONTAINS toLower(people) AND toLower(area.name) CONTAINS toLower(place)
  AND all(record IN [group, forGroup, t, inArea, area, of, work] WHERE record.visibility IN visible
      AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
      AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))

// An initiative is there itself; a measure through whoever runs it.
CALL (visible, day, work) {
    WITH work
    WHERE work:Initiative
    RETURN work AS actor
    UNION
    MATCH (actor:Agency|Initiative)-[run:RUNS]->(work)
    WHERE all(record IN [actor, run] WHERE record.visibility IN visible
        AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
        AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
    RETURN actor
}
WITH visible, day, group, area, actor, collect(DISTINCT work) AS works
ORDER BY actor.key
WITH visible, day, group, area, collect({actor: actor, works: works}) AS present
WITH *, [one IN present | one.actor] AS actors
UNWIND present AS one
WITH *, one.actor AS actor

// A tie of a professional counts for the agency they work for; where reports on one pair differ, the lowest counts.
CALL (visible, day, actor, actors) {
    MATCH (actor)<-[mine:WORKS_FOR*0..1]-(x)-[tie:COLLABORATES]-(y)-[theirs:WORKS_FOR*0..1]->(other)
    WHERE other IN actors AND other <> actor
      AND all(record IN [x, y, tie] + mine + theirs WHERE record.visibility IN visible
          AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
          AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
    WITH other, x, y, min(tie.level) AS reported
    WITH other, max(reported) AS level
    ORDER BY other.key
    RETURN collect(CASE WHEN level > 0 THEN other END) AS known, collect(CASE WHEN level = 0 THEN other END) AS strangers
}
WITH *, [other IN actors WHERE other <> actor AND NOT other IN known AND NOT other IN strangers] AS unasked
RETURN group.name AS targetGroup,
       area.name AS area,
       actor.name AS who,
       head([label IN labels(actor) WHERE label <> 'WijkNode']) AS kind,
       [work IN one.works WHERE work.access = 'counter' | work.name] AS counters,
       [work IN one.works WHERE work.access = 'outreach' | work.name] AS comesToYou,
       [work IN one.works | work.name] AS offers,
       [other IN known | other.name] AS knows,
       [other IN strangers | other.name] AS noContact,
       [other IN unasked | other.name] AS neverAsked,
       group.key AS targetGroupKey,
       area.key AS areaKey,
       actor.key AS whoKey,
       [other IN known | other.key] AS knowsKeys,
       [other IN strangers | other.key] AS noContactKeys,
       [other IN unasked | other.key] AS neverAskedKeys
ORDER BY targetGroupKey, areaKey, kind, whoKey
