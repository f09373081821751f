-- Who was let in to an object of another organisation, and who decided it. The
-- row of `access` says what is so now; these say what has been, and stay.
CREATE TABLE access_log (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,         -- whose object
  kind        INTEGER NOT NULL,         -- enum ground
  object      INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  act         INTEGER NOT NULL,         -- enum share_act
  place       TEXT    NOT NULL,         -- the organisation they come from
  authority   INTEGER NOT NULL,         -- 1: a public record there as well
  rights      INTEGER NOT NULL,         -- set of enum right
  ends        INTEGER,                  -- NULL: until withdrawn
  by_id       INTEGER NOT NULL,         -- person: who decided
  at          INTEGER NOT NULL,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id),
  FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX access_log_of ON access_log (org_id, kind, object, id);
