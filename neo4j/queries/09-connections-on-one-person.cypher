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
//   Gemaakt voor een wijk; voor een stad: gds/ in deze map. / Made for a neighbourhood; for a city see gds/ in this folder.
//   Contact waar niemand naar vroeg, telt niet mee: er kan een andere weg zijn. / A tie that nobody asked about does not count: there may be another way.

// Wie de vraag stelt, mag dit zien: 'public', 'partner', 'coordinator'. / What may be seen by whoever asks.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible

// Contact that was reported: x and y, and with it the actors behind them. A tie of a professional counts for whom they work for; who works
// for nobody that is recorded is an actor themselves. Where reports on one pair differ, the lowest counts: 0 is no contact.
MATCH (x)-[tie:COLLABORATES]-(y)
WHERE x.key < y.key AND x.visibility IN visible AND tie.visibility IN visible AND y.visibility IN visible
WITH visible, x, y, min(tie.level) AS level
WHERE level >= 1
WITH x, y,
     [(x:Professional)-[works:WORKS_FOR]->(a:Agency) WHERE works.visibility IN visible AND a.visibility IN visible | a] AS employersOfX,
     [(y:Professional)-[works:WORKS_FOR]->(b:Agency) WHERE works.visibility IN visible AND b.visibility IN visible | b] AS employersOfY
UNWIND CASE WHEN size(employersOfX) > 0 THEN employersOfX ELSE [x] END AS a
UNWIND CASE WHEN size(employersOfY) > 0 THEN employersOfY ELSE [y] END AS b
WITH x, y, a, b
WHERE a <> b
WITH collect({a: a.key, b: b.key, x: x.key, y: y.key}) AS ties
WITH ties, COLLECT { UNWIND ties AS tie UNWIND [tie.a, tie.b] AS actor RETURN DISTINCT actor ORDER BY actor } AS actors

// Each person in turn: whom they keep contact with, and the parts that are left without them.
UNWIND COLLECT { UNWIND ties AS tie UNWIND [tie.x, tie.y] AS key MATCH (person:Professional {key: key}) RETURN DISTINCT key } AS person
WITH actors, person,
     [tie IN ties WHERE person IN [tie.x, tie.y]] AS own,
     [tie IN ties WHERE NOT person IN [tie.x, tie.y]] AS others
WITH own, person,
     // Every tie makes one part of the parts that its ends are in.
     reduce(parts = [actor IN actors WHERE actor <> person | [actor]], tie IN others |
         [part IN parts WHERE NOT tie.a IN part AND NOT tie.b IN part]
         + [reduce(merged = [], part IN [part IN parts WHERE tie.a IN part OR tie.b IN part] | merged + part)]) AS parts
WITH person, parts,
     COLLECT { UNWIND own AS tie UNWIND [tie.a, tie.b] AS actor WITH actor WHERE actor <> person RETURN DISTINCT actor ORDER BY actor } AS ends

// The largest part is the rest; what else they kept contact with is cut off.
WITH ends,
     COLLECT {
         UNWIND [part IN parts WHERE any(end IN ends WHERE end IN part)] AS part
         RETURN part
         ORDER BY size(part) DESC, reduce(least = head(part), actor IN part | CASE WHEN actor < least THEN actor ELSE least END)
     } AS partsLeft
WHERE size(partsLeft) > 1
WITH ends, reduce(all = [], part IN tail(partsLeft) | all + part) AS cut
WITH COLLECT { UNWIND ends AS key MATCH (actor:Agency|Initiative {key: key}) RETURN actor ORDER BY key } AS ends,
     COLLECT { UNWIND cut AS key MATCH (actor:Agency|Initiative {key: key}) RETURN actor ORDER BY key } AS cut
WHERE size(cut) > 0
RETURN size(cut) AS cutOffCount,
       [actor IN cut | actor.name] AS cutOff,
       [actor IN ends | actor.name] AS between,
       [actor IN cut | actor.key] AS cutOffKeys
ORDER BY cutOffCount DESC, cutOffKeys
