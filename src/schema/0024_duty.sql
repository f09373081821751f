-- Duties and rights of an assessment: what a law, a guideline of one's own or a
-- chosen method asks, how it was judged, and where it stands. What was judged is
-- frozen with the assessment; state, parties and log live on.

CREATE TABLE duty (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum duty_kind
  local_key   TEXT    NOT NULL DEFAULT '',  -- of one's own, as it was then
  ground      INTEGER NOT NULL,         -- enum duty_ground
  name        TEXT    NOT NULL DEFAULT '',
  question    TEXT    NOT NULL DEFAULT '',
  need        INTEGER NOT NULL DEFAULT 0,   -- enum duty_need
  motive      TEXT    NOT NULL DEFAULT '',
  exempt      INTEGER NOT NULL DEFAULT 0,   -- enum duty_exemption
  concerns    INTEGER NOT NULL DEFAULT 0,   -- a set, by kind
  judged_by   TEXT    NOT NULL DEFAULT '',  -- a function, never a person
  judged_on   INTEGER,                  -- day
  heard       INTEGER NOT NULL DEFAULT 0,   -- enum duty_said
  heard_how   TEXT    NOT NULL DEFAULT '',
  yields      INTEGER NOT NULL DEFAULT 0,   -- enum duty_said
  part1       TEXT    NOT NULL DEFAULT '',
  part2       TEXT    NOT NULL DEFAULT '',
  part3       TEXT    NOT NULL DEFAULT '',
  part4       TEXT    NOT NULL DEFAULT '',
  part5       TEXT    NOT NULL DEFAULT '',
  part6       TEXT    NOT NULL DEFAULT '',
  part7       TEXT    NOT NULL DEFAULT '',
  state       INTEGER NOT NULL DEFAULT 1,   -- enum duty_state
  state_why   TEXT    NOT NULL DEFAULT '',
  state_on    INTEGER,                  -- day
  state_by    TEXT    NOT NULL DEFAULT '',  -- a function
  ended       INTEGER NOT NULL DEFAULT 0,   -- enum duty_ending
  significant INTEGER NOT NULL DEFAULT 0,   -- enum duty_said
  checks      INTEGER NOT NULL DEFAULT 0,   -- a set: before the decision
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
-- Consultations may be several, and each of one's own is there once.
CREATE UNIQUE INDEX duty_once ON duty (org_id, assessment_id, kind, local_key)
  WHERE kind <> 2;

-- With whom: organisations of the register.
CREATE TABLE duty_party (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  duty_id     INTEGER NOT NULL,
  actor_id    INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, duty_id, actor_id),
  FOREIGN KEY (org_id, duty_id) REFERENCES duty (org_id, id),
  FOREIGN KEY (org_id, actor_id) REFERENCES actor (org_id, id)
) STRICT;

-- The log: each contact, what was proposed and answered, requests that came in.
CREATE TABLE duty_contact (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  duty_id     INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum contact_kind
  day         INTEGER NOT NULL,
  with_whom   TEXT    NOT NULL DEFAULT '',  -- an organisation
  what        TEXT    NOT NULL,
  by_whom     TEXT    NOT NULL DEFAULT '',  -- a function here
  reply       TEXT    NOT NULL DEFAULT '',
  replied_on  INTEGER,                  -- day
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, duty_id) REFERENCES duty (org_id, id)
) STRICT;
CREATE INDEX duty_contact_duty ON duty_contact (org_id, duty_id, day, no);

-- What the organisation itself asks, by the kind of thing that is assured.
CREATE TABLE local_duty (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  question    TEXT    NOT NULL,
  ground      INTEGER NOT NULL,         -- local guideline or method
  source      TEXT    NOT NULL DEFAULT '',  -- who decided it, when
  subjects    INTEGER NOT NULL,         -- a set of subject kinds; 0 all
  retired_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  UNIQUE (org_id, name),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;
