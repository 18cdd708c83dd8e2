// What Wijk relies on. Each statement ends in a semicolon and is a transaction of its own; all may be repeated.
// Only what the Community edition has: uniqueness and indexes.

// Records: a key names one node, and within its type one relation.
CREATE CONSTRAINT wijk_node_key IF NOT EXISTS FOR (n:WijkNode) REQUIRE n.key IS UNIQUE;
CREATE CONSTRAINT wijk_part_of_key IF NOT EXISTS FOR ()-[r:PART_OF]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_runs_key IF NOT EXISTS FOR ()-[r:RUNS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_funds_key IF NOT EXISTS FOR ()-[r:FUNDS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_of_key IF NOT EXISTS FOR ()-[r:OF]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_for_key IF NOT EXISTS FOR ()-[r:FOR]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_in_key IF NOT EXISTS FOR ()-[r:IN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_seated_in_key IF NOT EXISTS FOR ()-[r:SEATED_IN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_in_domain_key IF NOT EXISTS FOR ()-[r:IN_DOMAIN]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_works_for_key IF NOT EXISTS FOR ()-[r:WORKS_FOR]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_supports_key IF NOT EXISTS FOR ()-[r:SUPPORTS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_collaborates_key IF NOT EXISTS FOR ()-[r:COLLABORATES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_refers_to_key IF NOT EXISTS FOR ()-[r:REFERS_TO]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_addresses_key IF NOT EXISTS FOR ()-[r:ADDRESSES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_caused_by_key IF NOT EXISTS FOR ()-[r:CAUSED_BY]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_needs_mandate_of_key IF NOT EXISTS FOR ()-[r:NEEDS_MANDATE_OF]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_succeeds_key IF NOT EXISTS FOR ()-[r:SUCCEEDS]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_member_of_key IF NOT EXISTS FOR ()-[r:MEMBER_OF]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_asked_key IF NOT EXISTS FOR ()-[r:ASKED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_returned_key IF NOT EXISTS FOR ()-[r:RETURNED]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_committed_by_key IF NOT EXISTS FOR ()-[r:COMMITTED_BY]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_committed_to_key IF NOT EXISTS FOR ()-[r:COMMITTED_TO]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_about_key IF NOT EXISTS FOR ()-[r:ABOUT]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_led_to_key IF NOT EXISTS FOR ()-[r:LED_TO]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_endorses_key IF NOT EXISTS FOR ()-[r:ENDORSES]-() REQUIRE r.key IS UNIQUE;
CREATE CONSTRAINT wijk_disputes_key IF NOT EXISTS FOR ()-[r:DISPUTES]-() REQUIRE r.key IS UNIQUE;

// Bookkeeping.
CREATE CONSTRAINT wijk_graph_name IF NOT EXISTS FOR (g:WijkGraph) REQUIRE g.name IS UNIQUE;
CREATE CONSTRAINT wijk_change_set_id IF NOT EXISTS FOR (s:WijkChangeSet) REQUIRE s.id IS UNIQUE;
CREATE CONSTRAINT wijk_change_set_version IF NOT EXISTS FOR (s:WijkChangeSet) REQUIRE s.version IS UNIQUE;
CREATE CONSTRAINT wijk_log_page IF NOT EXISTS FOR (p:WijkLogPage) REQUIRE (p.log, p.number) IS UNIQUE;
CREATE CONSTRAINT wijk_staged_change_set IF NOT EXISTS FOR (s:WijkStagedChangeSet) REQUIRE (s.load, s.version) IS UNIQUE;
CREATE CONSTRAINT wijk_removed_key IF NOT EXISTS FOR (t:WijkRemoved) REQUIRE t.key IS UNIQUE;
CREATE INDEX wijk_staged_load IF NOT EXISTS FOR (s:_Staged) ON (s.load);
MERGE (g:WijkGraph {name: 'graph'}) ON CREATE SET g.version = 0, g.recordedAt = datetime({epochMillis: 0});
