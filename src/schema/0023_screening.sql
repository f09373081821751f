-- Whether something is assured, how deep, and who decided: screening, the
-- organisation's own rules, and the yearly selection.

-- It began when a decision was already being prepared (BR-03). A fact of the
-- beginning: a later change of phase does not change it.
ALTER TABLE assessment ADD COLUMN late_start INTEGER NOT NULL DEFAULT 0;

-- A revision is a row of its own; the earlier ones are kept.
CREATE TABLE screening (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  subject_id  INTEGER NOT NULL,
  assessment_id INTEGER,                -- that it led to, or was made in
  no          INTEGER NOT NULL,         -- 1, 2 … of the subject
  unit        TEXT    NOT NULL DEFAULT '',  -- responsible, as it was
  asked       INTEGER NOT NULL,         -- enum depth: how much was asked
  outside     TEXT    NOT NULL DEFAULT '',  -- avgränsas bort, och varför
  baseline    TEXT    NOT NULL DEFAULT '',  -- jämförs med
  result      INTEGER NOT NULL DEFAULT 0,   -- enum screening_result
  suggested   INTEGER NOT NULL DEFAULT 0,   -- enum depth, as it was shown
  depth       INTEGER NOT NULL DEFAULT 0,   -- enum depth, as it was chosen
  motive      TEXT    NOT NULL DEFAULT '',
  decided_by  TEXT    NOT NULL DEFAULT '',  -- a function
  decided_on  INTEGER,                  -- day
  person      INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id, subject_id) REFERENCES subject (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX screening_subject ON screening (org_id, subject_id, no);
CREATE INDEX screening_assessment ON screening (org_id, assessment_id);
CREATE INDEX screening_unit ON screening (org_id, unit, id);
CREATE INDEX screening_result ON screening (org_id, result, id);

CREATE TABLE screening_answer (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  screening_id INTEGER NOT NULL,
  question    INTEGER NOT NULL,         -- enum screening_question
  value       INTEGER NOT NULL,         -- enum screening_value
  note        TEXT    NOT NULL DEFAULT '',
  UNIQUE (org_id, id),
  UNIQUE (org_id, screening_id, question),
  FOREIGN KEY (org_id, screening_id) REFERENCES screening (org_id, id)
) STRICT;

-- What the organisation's own guidelines say (BR-13). They suggest.
CREATE TABLE trigger_rule (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  position    INTEGER NOT NULL,         -- the first that hits counts
  name        TEXT    NOT NULL,         -- of the guideline
  reference   TEXT    NOT NULL DEFAULT '',  -- where it stands
  kinds       INTEGER NOT NULL DEFAULT 0,   -- set of 1 << subject_kind
  phases      INTEGER NOT NULL DEFAULT 0,   -- set of 1 << subject_phase
  unit        TEXT    NOT NULL DEFAULT '',
  words       TEXT    NOT NULL DEFAULT '',  -- any of the lines in the title
  question    INTEGER NOT NULL DEFAULT 0,   -- enum screening_question
  answers     INTEGER NOT NULL DEFAULT 0,   -- set of 1 << screening_value
  depth       INTEGER NOT NULL DEFAULT 0,   -- suggests; 0 none
  method      TEXT    NOT NULL DEFAULT '',  -- code of a model, or ''
  duties      INTEGER NOT NULL DEFAULT 0,   -- set of 1 << duty_kind
  used        INTEGER NOT NULL DEFAULT 0,   -- 1: in force here
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, no),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- What is to be assured in a year (BR-14).
CREATE TABLE selection (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  year        INTEGER NOT NULL,
  subject_id  INTEGER NOT NULL,
  state       INTEGER NOT NULL DEFAULT 1,   -- enum selection_state
  motive      TEXT    NOT NULL DEFAULT '',
  unit        TEXT    NOT NULL DEFAULT '',
  lead        TEXT    NOT NULL DEFAULT '',  -- a function
  quarter     INTEGER NOT NULL DEFAULT 0,   -- planned; 0 not said
  decided_by  TEXT    NOT NULL DEFAULT '',  -- a function
  decided_on  INTEGER,                  -- day
  person      INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, year, subject_id),
  FOREIGN KEY (org_id, subject_id) REFERENCES subject (org_id, id)
) STRICT;
CREATE INDEX selection_unit ON selection (org_id, year, state, unit, id);

-- What may be proposed for a year.
CREATE INDEX subject_decided ON subject (org_id, decided_on);
CREATE INDEX subject_phase ON subject (org_id, phase, id);
CREATE INDEX assessment_review ON assessment (org_id, next_review);
