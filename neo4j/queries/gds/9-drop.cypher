// Ruimt het netwerk op dat klaarstond; de gegevens zelf blijven. / Takes away the network that was made ready; the graph itself stays.
CALL gds.graph.drop('wijk', false)
YIELD graphName
RETURN graphName
