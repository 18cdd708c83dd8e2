// Verdeelt het netwerk in groepen die onderling veel verbonden zijn (Leiden), en zegt hoe goed de verdeling is.
// Divides the network into communities with many edges inside (Leiden), and says how good the division is.
//
// modularity   hoeveel meer verbindingen er binnen de groepen liggen dan het toeval er zou leggen; 0 is niet meer dan toeval
//              how many more edges lie inside communities than chance would put there; 0 is no more than chance
// Welke groep ieder heeft, zegt 7-leiden-communities.cypher. / Who is in which community: 7-leiden-communities.cypher.
// Een verdeling is er altijd; dat er groepen zijn, is daarmee niet gezegd. / There always is a division; that there are communities is not said by it.
CALL gds.leiden.mutate('wijk', {mutateProperty: 'community', randomSeed: 1, concurrency: 1})
YIELD communityCount, modularity, didConverge
RETURN communityCount, modularity, didConverge
