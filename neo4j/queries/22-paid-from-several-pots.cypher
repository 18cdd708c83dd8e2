// 22. Welke projecten en diensten worden uit meer potten betaald, en met hoeveel formulieren?
// 22. Which projects and services are paid from several pots, and with how many forms?
//
// Een pot is een gever met een regeling. Wat deel is van een groter project telt bij dat project; wat dezelfde naam heeft en door dezelfden
// wordt uitgevoerd, is één project. / A pot is a funder with a scheme. What is part of a larger project counts with that project; what has
// the same name and is run by the same is one project.
// Kolommen / columns
//   pots            gever en regeling, waaruit iets is toegekend / funder and scheme, from which something was granted
//   applications    formulieren, ook die waarop niets is toegekend / forms, those that got nothing included
//   granted         wat is toegekend, per valuta / what was granted, by currency
//   oneOffShare     het deel van de toekenningen dat één keer wordt gegeven / the share of the grants that is given once
//   effectivePots   hoeveel potten van gelijke grootte evenveel spreiding geven, exp(Shannon); leeg bij meer dan één valuta of een onbekend bedrag
//                   how many pots of one size would spread it as much, exp(Shannon); empty with several currencies or an unknown amount
//
// Dit weet het antwoord niet / what this does not know
//   Een project dat bij elke gever anders heet, wordt niet herkend. / A project with another name at each funder is not recognised.
//   Geld van wie niet in de bronnen staat. / Money of whoever is not in the sources.

// Wie de vraag stelt, mag dit zien. / What may be seen by whoever asks.
// $visible: wat u mag zien; null is alles, zoals 'wijk analyse'. In Browser eerst: / what you may see; null is all of it, as in 'wijk analyse'. In Browser first:
//   :param visible => null        or   :param visible => ['public']
WITH coalesce($visible, ['public', 'partner', 'coordinator']) AS visible

MATCH (funder:Agency)-[grant:FUNDS]->(work:Measure|Initiative)
WHERE funder.visibility IN visible AND grant.visibility IN visible AND work.visibility IN visible AND coalesce(work.type, '') <> 'scheme'

// The largest project it is part of, and the schemes it or that is part of.
CALL (visible, work) {
    MATCH (work)-[parts:PART_OF*0..8]->(whole:Measure|Initiative)
    WHERE all(part IN parts WHERE part.visibility IN visible AND endNode(part).visibility IN visible AND coalesce(endNode(part).type, '') <> 'scheme')
      AND coalesce(whole.type, '') <> 'scheme'
    RETURN whole
    ORDER BY size(parts) DESC, whole.key
    LIMIT 1
}
WITH visible, funder, grant, whole,
     COLLECT {
         MATCH (work)-[parts:PART_OF*1..8]->(scheme:Measure {type: 'scheme'})
         WHERE all(part IN parts WHERE part.visibility IN visible AND endNode(part).visibility IN visible)
         RETURN DISTINCT scheme.key AS key ORDER BY key
     } AS schemeKeys,
     COLLECT {
         MATCH (runner:Agency|Initiative)-[run:RUNS]->(whole)
         WHERE run.visibility IN visible AND runner.visibility IN visible
         RETURN DISTINCT runner.key AS key ORDER BY key
     } AS runnerKeys

// A project without runners is only itself: a common name alone makes no project.
WITH *, CASE WHEN size(runnerKeys) = 0 THEN whole.key ELSE toLower(whole.name) END AS called
WITH called, runnerKeys, whole, funder, grant, {funder: funder.key, schemes: schemeKeys} AS pot
ORDER BY whole.key
WITH called, runnerKeys, collect(DISTINCT whole) AS wholes,
     collect({pot: pot, amount: grant.amount, currency: coalesce(grant.currency, ''), recurrence: grant.recurrence, funder: funder}) AS grants
WITH *, [grant IN grants WHERE coalesce(grant.amount > 0, true)] AS paid
WITH *, COLLECT { UNWIND paid AS grant RETURN DISTINCT grant.pot } AS pots
WHERE size(pots) > 1

WITH *, reduce(total = 0.0, grant IN paid | total + grant.amount) AS total,
     COLLECT { UNWIND paid AS grant RETURN DISTINCT grant.currency AS currency ORDER BY currency } AS currencies
WITH *, CASE WHEN size(currencies) = 1 AND total IS NOT NULL THEN
         [pot IN pots | reduce(sum = 0.0, grant IN [grant IN paid WHERE grant.pot = pot] | sum + grant.amount) / total] END AS shares
RETURN head(wholes).name AS project,
       size(pots) AS pots,
       size(grants) AS applications,
       COLLECT { UNWIND paid AS grant RETURN DISTINCT grant.funder.name AS name ORDER BY name } AS funders,
       COLLECT {
           UNWIND pots AS pot
           UNWIND pot.schemes AS key
           MATCH (scheme:Measure {key: key})
           RETURN DISTINCT scheme.name AS name ORDER BY name
       } AS schemes,
       [currency IN currencies | {
           currency: currency,
           amount: reduce(sum = 0.0, grant IN [grant IN paid WHERE grant.currency = currency] | sum + grant.amount)
       }] AS granted,
       toFloat(size([grant IN paid WHERE grant.recurrence = 'oneOff'])) / size(paid) AS oneOffShare,
       exp(-reduce(sum = 0.0, share IN shares | sum + share * log(share))) AS effectivePots,
       COLLECT { UNWIND runnerKeys AS key MATCH (runner:WijkNode {key: key}) RETURN runner.name AS name ORDER BY name } AS runBy,
       [whole IN wholes | whole.key] AS projectKeys
ORDER BY pots DESC, applications DESC, projectKeys
