// 2. Voor welke belemmeringen is er geen maatregel die loopt, en voor welke zijn het er drie of meer?
// 2. Which barriers have no measure that is running, and which have three or more?
//
// Kolommen / columns
//   offerCount, offers   maatregelen en initiatieven die de belemmering willen wegnemen en op die dag lopen
//                        measures and initiatives that are meant to take it away, running on that day
//   stands               'none', 'one or two', 'three or more'
//
// Dit weet het antwoord niet / what this does not know
//   Er is aanbod, maar of het iemand bereikt of helpt weten we niet. / There is an offer; whether it reaches or helps anybody is not known.
//   Geen aanbod betekent: niet bekend. / No offer means: none that is recorded.
//   Wat geen begin of eind heeft, telt als doorlopend. / What has no start or end counts as going on.

// Wie de vraag stelt, mag dit zien, en de dag waarover het gaat. / What may be seen by whoever asks, and the day it is about.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible, toString(date()) AS day

MATCH (barrier:Barrier)
WHERE barrier.visibility IN visible
  AND coalesce(barrier.validFrom + substring('0000-01-01', size(barrier.validFrom)) <= day, true)
  AND coalesce(barrier.validTo + substring('0000-12-31', size(barrier.validTo)) >= day, true)
WITH barrier,
     COLLECT {
         MATCH (offer:Measure|Initiative)-[addresses:ADDRESSES]->(barrier)
         WHERE all(record IN [offer, addresses] WHERE record.visibility IN visible
             AND coalesce(record.validFrom + substring('0000-01-01', size(record.validFrom)) <= day, true)
             AND coalesce(record.validTo + substring('0000-12-31', size(record.validTo)) >= day, true))
         WITH offer
         ORDER BY offer.key
         RETURN offer
     } AS offers,
     COLLECT { MATCH (barrier)-[r:FOR]->(group:TargetGroup) WHERE r.visibility IN visible AND group.visibility IN visible RETURN group.name AS name ORDER BY name } AS targetGroups,
     COLLECT { MATCH (barrier)-[r:IN]->(area:Area) WHERE r.visibility IN visible AND area.visibility IN visible RETURN area.name AS name ORDER BY name } AS areas
RETURN barrier.name AS barrier,
       barrier.perspective AS reportedFrom,
       targetGroups,
       areas,
       size(offers) AS offerCount,
       CASE WHEN size(offers) = 0 THEN 'none' WHEN size(offers) < 3 THEN 'one or two' ELSE 'three or more' END AS stands,
       [offer IN offers | offer.name] AS offers,
       barrier.key AS barrierKey,
       [offer IN offers | offer.key] AS offerKeys
ORDER BY offerCount = 0 DESC, offerCount DESC, barrierKey
