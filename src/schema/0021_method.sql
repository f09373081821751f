-- What else a model asks about a finding: a set of bits, enum finding_field.
ALTER TABLE question ADD COLUMN fields INTEGER NOT NULL DEFAULT 0;

-- A model being made or changed, as JSON, until it is published. What was before
-- the last change stays, so that a change can be taken back.
CREATE TABLE method_draft (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  code        TEXT    NOT NULL,         -- of the model it becomes
  edition     INTEGER NOT NULL,         -- that it becomes
  title       TEXT    NOT NULL,
  model       TEXT    NOT NULL,         -- JSON, as data/methods
  before      TEXT    NOT NULL DEFAULT '',
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  published   INTEGER NOT NULL DEFAULT 0,   -- id of the method, 0 not yet
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- What was decided at a stopping place: never changed, the last one holds.
CREATE TABLE gate_choice (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  means       TEXT    NOT NULL,         -- the question's, shared by models
  choice      INTEGER NOT NULL,         -- enum gate_way
  why         TEXT    NOT NULL,
  decider     TEXT    NOT NULL,         -- function or body that decided
  day         INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,         -- who noted it
  noted_by    TEXT    NOT NULL DEFAULT '',
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- How what is assured hangs together with something else.
CREATE TABLE relation (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  priority    INTEGER NOT NULL,         -- id of the priority; 0 the whole
  other_key   TEXT    NOT NULL DEFAULT '',  -- key of the other assessment
  name        TEXT    NOT NULL,         -- of the other, as it was called
  how         INTEGER NOT NULL,         -- enum relation_how
  text        TEXT    NOT NULL DEFAULT '',
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX relation_other ON relation (org_id, other_key);
