// In welke delen valt het netwerk uiteen? / Into which parts does the network fall?
//
// component     een nummer zonder betekenis / a number without meaning
// memberCount   hoeveel er in zitten / how many are in it
// members       de organisaties, initiatieven en maatregelen; personen worden niet genoemd / persons are not named
// Geen verbinding betekent: niet gevraagd, of geen contact. / No edge means: never asked, or no contact.
CALL gds.wcc.stream('wijk', {})
YIELD nodeId, componentId
WITH componentId, gds.util.asNode(nodeId) AS node
ORDER BY node.key
WITH componentId, count(*) AS memberCount, collect(CASE WHEN NOT node:Professional THEN node END) AS members
RETURN componentId AS component, memberCount, [node IN members | node.name] AS members, [node IN members | node.key] AS memberKeys
ORDER BY memberCount DESC, memberKeys
