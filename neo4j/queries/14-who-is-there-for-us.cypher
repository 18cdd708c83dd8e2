// 14. Welke instanties en loketten zijn er voor mensen als wij, en welke daarvan kennen elkaar?
// 14. Which agencies and counters address people like us, and which of them know each other?
//
// Een rij voor elke instantie of elk initiatief, voor een doelgroep in een gebied. / A row for each agency or initiative, for a group in an area.
// Kolommen / columns
//   counters     maatregelen waarvoor je naar een loket gaat / measures for which people come to a counter
//   comesToYou   maatregelen die naar mensen toe gaan / measures that go out to people
//   knows        wie van de anderen hier het kent (niveau 1 of hoger) / whom of the others here it knows (level 1 or more)
//   noContact    gevraagd, en er is geen contact / asked, and there is no contact
//   neverAsked   van hoeveel anderen hier niemand het heeft gevraagd / of how many others here nobody asked
//
// Dit weet het antwoord niet / what this does not know
//   Er is aanbod, maar of u er terecht kunt staat er niet in. / There is an offer; whether it is open to you is not in it.
//   Aanbod voor een ruimere groep of een groter gebied staat op een eigen rij. / What is for a wider group or a larger area has a row of its own.

// Wie de vraag stelt, mag dit zien; de dag; en (een deel van) de naam van de groep en van het gebied: '' is allemaal.
// What may be seen by whoever asks; the day; and (part of) the name of the group and of the area: '' is all.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible, toString(date()) AS day, '' AS people, '' AS place

MATCH (actor:Agency|Initiative)
WHERE actor.visibility IN visible
  AND coalesce(actor.validFrom + substring('0000-01-01', size(actor.validFrom)) <= day, true)
  AND coalesce(actor.validTo + substring('0000-12-31', size(actor.validTo)) >= day, true)

// Whom each knows. A tie of a professional counts for the agency they work for; where reports on one pair differ, the lowest counts.
CALL (visible, day, actor) {
    MATCH (actor)<-[mine:WORKS_FOR*0..1]-(x)
    WHERE all(record IN [x] + mine WHERE record.visibility IN visible
        AND (record.validFrom IS NULL OR record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day)
        AND (record.validTo IS NULL OR record.validTo + substring('0000-12-31', size(record.validTo)) >= day))
    MATCH (x)-[tie:COLLABORATES]-(y)
    WHERE tie.visibility IN visible
      AND (tie.validFrom IS NULL OR tie.validFrom + substring('0000-01-01', size(tie.validFrom)) <= day)
      AND (tie.validTo IS NULL OR tie.validTo + substring('0000-12-31', size(tie.validTo)) >= day)
    WITH visible, day, actor, x, y, min(tie.level) AS reported
    WHERE y.visibility IN visible
      AND (y.validFrom IS NULL OR y.validFrom + substring('0000-01-01', size(y.validFrom)) <= day)
      AND (y.validTo IS NULL OR y.validTo + substring('0000-12-31', size(y.validTo)) >= day)
    CALL (visible, day, y) {
        WITH y
        WHERE NOT y:Professional
        RETURN y AS other
        UNION
        MATCH (y:Professional)-[theirs:WORKS_FOR]->(other:Agency)
        WHERE theirs.visibility IN visible
          AND (theirs.validFrom IS NULL OR theirs.validFrom + substring('0000-01-01', size(theirs.validFrom)) <= day)
          AND (theirs.validTo IS NULL OR theirs.validTo + substring('0000-12-31', size(theirs.validTo)) >= day)
        RETURN other
    }
    WITH actor, other, max(reported) AS level
    WHERE other <> actor
    ORDER BY other.key
    RETURN collect(CASE WHEN level > 0 THEN other END) AS known, collect(CASE WHEN level = 0 THEN other END) AS strangers
}

// What each offers. An initiative is there itself; a measure through whoever runs it.
CALL (visible, day, actor) {
    WITH actor
    WHERE actor:Initiative
    RETURN actor AS work
    UNION
    MATCH (actor)-[run:RUNS]->(work:Measure)
    WHERE run.visibility IN visible
      AND coalesce(run.validFrom + substring('0000-01-01', size(run.validFrom)) <= day, true)
      AND coalesce(run.validTo + substring('0000-12-31', size(run.validTo)) >= day, true)
    RETURN work
}
MATCH (work)<-[of:OF]-(t:Targeting), (t)-[forGroup:FOR]->(group:TargetGroup), (t)-[inArea:IN]->(area:Area)
WHERE toLower(group.name) CONTAINS toLower(people) AND toLower(area.name) CONTAINS toLower(place)
  AND all(record IN [work, of, t, forGroup, group, inArea, area] WHERE record.visibility IN visible
      AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
      AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
WITH group, area, actor, known, strangers, collect(DISTINCT work) AS works

// In the order of the answer: a row can then be given at once, and not all of them have to be held to put them in order.
ORDER BY group.key, area.key, head([label IN labels(actor) WHERE label <> 'WijkNode']), actor.key
WITH group, area, collect({actor: actor, works: works, known: known, strangers: strangers}) AS present
ORDER BY group.key, area.key
WITH *, [one IN present | one.actor] AS actors
UNWIND present AS one
WITH group, area, actors, one, one.actor AS actor
WITH group, area, size(actors) - 1 AS others, actor, one.works AS works,
     [other IN one.known WHERE other IN actors] AS known,
     [other IN one.strangers WHERE other IN actors] AS strangers
RETURN group.name AS targetGroup,
       area.name AS area,
       actor.name AS who,
       head([label IN labels(actor) WHERE label <> 'WijkNode']) AS kind,
       [work IN works WHERE work.access = 'counter' | work.name] AS counters,
       [work IN works WHERE work.access = 'outreach' | work.name] AS comesToYou,
       [work IN works | work.name] AS offers,
       [other IN known | other.name] AS knows,
       [other IN strangers | other.name] AS noContact,
       others - size(known) - size(strangers) AS neverAsked,
       group.key AS targetGroupKey,
       area.key AS areaKey,
       actor.key AS whoKey,
       [other IN known | other.key] AS knowsKeys,
       [other IN strangers | other.key] AS noContactKeys
