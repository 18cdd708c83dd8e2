// Whom an inquiry asked: a kind of relation that is new.
CREATE CONSTRAINT wijk_inquired_key IF NOT EXISTS FOR ()-[r:INQUIRED]-() REQUIRE r.key IS UNIQUE;
