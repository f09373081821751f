-- Choices to be made in a decision, as the decision sheet says them, and the
-- five steps of gender-equal decisions as a group has answered them.

CREATE TABLE choice (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  conflict_no INTEGER NOT NULL DEFAULT 0,   -- drafted from K4; 0: not
  position_no INTEGER NOT NULL DEFAULT 0,   -- … from V2
  question    TEXT    NOT NULL,
  body        TEXT    NOT NULL DEFAULT '',  -- who decides
  decided_on  INTEGER,                      -- day
  voices      TEXT    NOT NULL DEFAULT '',  -- "Grupp A: …", one a line
  changes     TEXT    NOT NULL DEFAULT '',  -- one a line
  asks        TEXT    NOT NULL DEFAULT '',  -- questions, one a line
  unknown     TEXT    NOT NULL DEFAULT '',  -- one a line
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- The first is always to do nothing new.
CREATE TABLE choice_way (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  choice_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  title       TEXT    NOT NULL,
  people      TEXT    NOT NULL DEFAULT '',
  place       TEXT    NOT NULL DEFAULT '',
  money       TEXT    NOT NULL DEFAULT '',
  reversible  INTEGER NOT NULL DEFAULT 0,   -- enum reversible
  note        TEXT    NOT NULL DEFAULT '',
  UNIQUE (org_id, id),
  UNIQUE (org_id, choice_id, no),
  FOREIGN KEY (org_id, choice_id) REFERENCES choice (org_id, id)
) STRICT;

-- One for each link, whoever holds it, and one for the case officer. Nobody
-- is named, and the time of a link's is a whole minute.
CREATE TABLE five_form (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  pass_id     INTEGER,                      -- NULL: the case officer's own
  answers     TEXT    NOT NULL,             -- "yyn": in the order of steps
  at          INTEGER NOT NULL,             -- when it was saved last
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, pass_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, pass_id) REFERENCES pass (org_id, id)
) STRICT;
CREATE INDEX five_form_assessment ON five_form (org_id, assessment_id);
