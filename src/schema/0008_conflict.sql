-- Conflicts and synergies with any number of sides, and positions.
-- What happens and what is chosen are separate texts, here as on paper.

CREATE TABLE conflict (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- K1 …, S1 … share one series
  sign        INTEGER NOT NULL,         -- enum conflict_sign
  kind        INTEGER NOT NULL,         -- enum conflict_kind
  title       TEXT    NOT NULL,
  what_happens TEXT   NOT NULL DEFAULT '',
  state       INTEGER NOT NULL DEFAULT 1,   -- enum conflict_state
  question    TEXT    NOT NULL DEFAULT '',  -- the position needed
  decider     TEXT    NOT NULL DEFAULT '',  -- by whom
  due         INTEGER,                  -- by when, day
  dissent     TEXT    NOT NULL DEFAULT '',  -- who thinks otherwise
  chosen      TEXT    NOT NULL DEFAULT '',  -- the weighing: what was chosen
  chosen_why  TEXT    NOT NULL DEFAULT '',
  chosen_on   INTEGER,                  -- day
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX conflict_state ON conflict (org_id, state);

CREATE TABLE side (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  conflict_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  title       TEXT    NOT NULL,
  gains       TEXT    NOT NULL DEFAULT '',  -- who wins if this side wins
  loses       TEXT    NOT NULL DEFAULT '',
  UNIQUE (org_id, id),
  UNIQUE (org_id, conflict_id, no),
  FOREIGN KEY (org_id, conflict_id) REFERENCES conflict (org_id, id)
) STRICT;

-- What a side stands on: a finding, a goal or an actor; one of the three.
CREATE TABLE side_member (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  side_id     INTEGER NOT NULL,
  finding_id  INTEGER,
  goal_id     INTEGER,
  actor_id    INTEGER,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, side_id) REFERENCES side (org_id, id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id),
  FOREIGN KEY (org_id, actor_id) REFERENCES actor (org_id, id)
) STRICT;
CREATE INDEX side_member_side ON side_member (org_id, side_id);
CREATE INDEX side_member_finding ON side_member (org_id, finding_id);

CREATE TABLE way (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  conflict_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  title       TEXT    NOT NULL,         -- the option
  gain        TEXT    NOT NULL DEFAULT '',
  price       TEXT    NOT NULL DEFAULT '',
  reversible  INTEGER NOT NULL DEFAULT 0,   -- enum reversible
  reversible_note TEXT NOT NULL DEFAULT '',
  UNIQUE (org_id, id),
  UNIQUE (org_id, conflict_id, no),
  FOREIGN KEY (org_id, conflict_id) REFERENCES conflict (org_id, id)
) STRICT;

-- A choice a group made on the spot, or that somebody named must make,
-- outside any conflict. May stand for a finding, which is then handled.
CREATE TABLE position (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- S1 is a synergy; this is V1
  priority_id INTEGER,
  finding_id  INTEGER,
  text        TEXT    NOT NULL,         -- what is chosen, or to be chosen
  decider     TEXT    NOT NULL DEFAULT '',
  due         INTEGER,                  -- day; NULL when made on the spot
  made        INTEGER NOT NULL,         -- 1: chosen; 0: remains to choose
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id)
) STRICT;
CREATE INDEX position_finding ON position (org_id, finding_id);
