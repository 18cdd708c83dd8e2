// 9. Welke verbindingen hangen aan één persoon?
// 9. Which connections hang on one person?
//
// Een rij voor elke persoon bij wiens vertrek een deel van het netwerk los raakt. Wie dat is, staat er niet in: het gaat om de verbinding.
// A row for each person whose leaving cuts part of the network off. Who that is, is not told: it is about the connection.
// Kolommen / columns
//   cutOff      organisaties en initiatieven die dan los raken van de rest / organisations and initiatives that are then cut off from the rest
//   between     de organisaties en initiatieven tussen wie die persoon contact houdt / those between whom that person keeps contact
//
// Dit weet het antwoord niet / what this does not know
//   Contacten van personen zijn meestal niet openbaar; dan is dit antwoord leeg. Wie meer mag zien, past de regel hieronder aan.
//   Ties of persons are mostly not public; then this answer is empty. Whoever may see more changes the line below.
//   Gemaakt voor een wijk of stadsdeel: bij meer dan 5.000 contacten staat er alleen dat; zie dan gds/ in deze map of 'wijk analyse fragmentation'.
//   Made for a neighbourhood or district: of more than 5,000 ties it only says so; see gds/ in this folder then, or 'wijk analyse fragmentation'.
//   Contact waar niemand naar vroeg, telt niet mee: er kan een andere weg zijn. / A tie that nobody asked about does not count: there may be another way.

// Wie de vraag stelt, mag dit zien: 'public', 'partner', 'coordinator'. / What may be seen by whoever asks.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible, COUNT { ()-[:COLLABORATES]->() } AS ties
CALL (visible, ties) {
    WITH ties
    WHERE ties > 5000
    RETURN null AS cutOffCount,
           [ties + ' contacten: te veel voor deze vraag, zie gds/ / ' + ties + ' ties: too many for this query, see gds/'] AS cutOff,
           [] AS between,
           [] AS cutOffKeys
    UNION
    WITH visible, ties
    WHERE ties <= 5000

    // Reports differ on some pairs: where one of them says 0, there is no contact.
    CALL (visible) {
        MATCH (x)-[denial:COLLABORATES]-(y)
        WHERE denial.visibility IN visible AND denial.level < 1
        MATCH (x)-[tie:COLLABORATES]-(y)
        RETURN collect(DISTINCT tie) AS refuted
    }
    // Who works for several: they join those, unless they have no tie but with the person in question.
    CALL (visible) {
        MATCH (joiner:Professional)
        WHERE joiner.visibility IN visible AND COUNT { (joiner)-[:WORKS_FOR]->(:Agency) } > 1
        RETURN collect(joiner) AS joiners
    }

    // Between whom each person keeps contact: a tie of a professional counts for whom they work for; who works for nobody that is recorded is
    // an actor themselves.
    MATCH (person:Professional)-[tie:COLLABORATES]-(other)
    WHERE person.visibility IN visible AND tie.visibility IN visible AND other.visibility IN visible AND tie.level >= 1 AND NOT tie IN refuted
    WITH visible, refuted, joiners, person, collect(DISTINCT other) AS others
    CALL (visible, person, others) {
        UNWIND others + person AS one
        OPTIONAL MATCH (one:Professional)-[works:WORKS_FOR]->(employer:Agency)
        WHERE works.visibility IN visible AND employer.visibility IN visible
        WITH person, coalesce(employer, one) AS actor
        WHERE actor <> person
        WITH DISTINCT actor
        ORDER BY actor.key
        RETURN collect(actor) AS ends
    }
    WITH visible, refuted, ends,
         [person] + [joiner IN joiners WHERE NOT EXISTS {
             MATCH (joiner)-[tie:COLLABORATES]-(other)
             WHERE other <> person AND tie.visibility IN visible AND other.visibility IN visible AND tie.level >= 1 AND NOT tie IN refuted
         }] AS gone
    WHERE size(ends) > 1

    // Whom one of them still reaches without that person. Mostly that is all of the others: nothing is cut off.
    CALL (visible, refuted, ends, gone) {
        WITH visible, refuted, gone, ends[0] AS one
        MATCH way = (one)-[:COLLABORATES|WORKS_FOR*0..]-(actor)
        WHERE all(step IN relationships(way) WHERE step.visibility IN visible AND coalesce(step.level, 1) >= 1 AND NOT step IN refuted)
          AND all(node IN nodes(way) WHERE node.visibility IN visible AND NOT node IN gone)
        WITH DISTINCT actor
        RETURN collect(actor) AS reached
    }
    WITH visible, refuted, ends, gone, reached
    WHERE any(one IN ends WHERE NOT one IN reached)

    // The parts that are left. The largest is the rest; what else they kept contact with is cut off.
    CALL (visible, refuted, ends, gone) {
        UNWIND ends AS one
        MATCH way = (one)-[:COLLABORATES|WORKS_FOR*0..]-(actor)
        WHERE all(step IN relationships(way) WHERE step.visibility IN visible AND coalesce(step.level, 1) >= 1 AND NOT step IN refuted)
          AND all(node IN nodes(way) WHERE node.visibility IN visible AND NOT node IN gone)
        WITH DISTINCT visible, one, actor
        WHERE NOT EXISTS { MATCH (actor:Professional)-[works:WORKS_FOR]->(employer:Agency) WHERE works.visibility IN visible AND employer.visibility IN visible }
        ORDER BY actor.key
        WITH one, collect(actor) AS part
        WITH DISTINCT part
        ORDER BY size(part) DESC, head(part).key
        RETURN tail(collect(part)) AS cutOffParts
    }
    CALL (cutOffParts) {
        UNWIND cutOffParts AS part
        UNWIND part AS actor
        WITH actor
        WHERE NOT actor:Professional
        ORDER BY actor.key
        RETURN collect(actor) AS cut
    }
    WITH cut, [one IN ends WHERE NOT one:Professional] AS ends
    WHERE size(cut) > 0
    RETURN size(cut) AS cutOffCount,
           [actor IN cut | actor.name] AS cutOff,
           [actor IN ends | actor.name] AS between,
           [actor IN cut | actor.key] AS cutOffKeys
}
RETURN cutOffCount, cutOff, between, cutOffKeys
ORDER BY cutOffCount DESC, cutOffKeys
