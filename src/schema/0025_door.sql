-- Whom to invite to what: an occasion with a list, with or without an
-- assessment. Groups and organisations, never named persons.

CREATE TABLE gathering (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  title       TEXT    NOT NULL,
  about       TEXT    NOT NULL DEFAULT '',  -- what it is about, one sentence
  day         INTEGER,                  -- not settled yet: NULL
  hours       TEXT    NOT NULL DEFAULT '',  -- "kl. 9–12"
  place       TEXT    NOT NULL DEFAULT '',
  areas       TEXT    NOT NULL DEFAULT '',  -- one a line: who lives there?
  registry    TEXT    NOT NULL DEFAULT '',
  invitation  TEXT    NOT NULL DEFAULT '',  -- '' as it is drafted
  assessment_id INTEGER,                -- came out of it, or has become it
  workshop_id INTEGER,                  -- whose invitations it went into
  made_at     INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id)
) STRICT;
CREATE INDEX gathering_day ON gathering (org_id, day);

-- The goals it is about: actors of assessments that mark them stand first.
CREATE TABLE gathering_goal (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  gathering_id INTEGER NOT NULL,
  goal_id     INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, gathering_id, goal_id),
  FOREIGN KEY (org_id, gathering_id) REFERENCES gathering (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id)
) STRICT;

-- Somebody on the list, why, and what they need to be able to come. Role,
-- influence and interest are as they were where the suggestion came from.
CREATE TABLE invitee (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  gathering_id INTEGER NOT NULL,
  actor_id    INTEGER NOT NULL,
  why         INTEGER NOT NULL,         -- set of enum invitee_why
  role        INTEGER NOT NULL,         -- enum actor_role
  influence   INTEGER NOT NULL DEFAULT 0,   -- enum level; 0 not judged
  interest    INTEGER NOT NULL DEFAULT 0,
  how         TEXT    NOT NULL DEFAULT '',
  needs       INTEGER NOT NULL DEFAULT 0,   -- set of enum invitee_need
  needs_other TEXT    NOT NULL DEFAULT '',
  comes_from  TEXT    NOT NULL DEFAULT '',  -- a place
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, gathering_id, actor_id),
  FOREIGN KEY (org_id, gathering_id) REFERENCES gathering (org_id, id),
  FOREIGN KEY (org_id, actor_id) REFERENCES actor (org_id, id)
) STRICT;
