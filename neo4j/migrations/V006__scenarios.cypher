// Scenarios that somebody saved: beside the graph, in no version of it.
CREATE CONSTRAINT wijk_scenario_id IF NOT EXISTS FOR (s:WijkScenario) REQUIRE s.id IS UNIQUE;
