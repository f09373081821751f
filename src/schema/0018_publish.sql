-- What an organisation shows to anyone, without signing in: finished
-- assessments it has chosen, as they were when it chose them.

-- Off until somebody switches it on.
CREATE TABLE public_view (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL UNIQUE,
  shown       INTEGER NOT NULL DEFAULT 0,
  introduction TEXT   NOT NULL DEFAULT '',
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- One act of publishing. Taken back it stays, unseen; publishing again is a
-- new row.
CREATE TABLE publication (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  masked      INTEGER NOT NULL,         -- 1: names are out
  title       TEXT    NOT NULL,
  kind        INTEGER NOT NULL,         -- enum subject_kind
  edition     INTEGER NOT NULL,         -- version of the subject
  ending      INTEGER NOT NULL,         -- enum assessment_state
  signed_by   TEXT    NOT NULL,
  ended_at    INTEGER NOT NULL,
  year        INTEGER NOT NULL,         -- of ended_at, in Stockholm
  decided_on  INTEGER,                  -- day
  summary     TEXT    NOT NULL,
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  taken_back_at INTEGER,
  taken_back_by INTEGER,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE UNIQUE INDEX publication_now ON publication (org_id, assessment_id)
  WHERE taken_back_at IS NULL;
CREATE INDEX publication_ended ON publication (org_id, ended_at);

-- Its bytes, as they are handed out; and its words folded, for searching.
CREATE TABLE publication_copy (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  publication_id INTEGER NOT NULL,
  document    TEXT    NOT NULL,
  html        TEXT    NOT NULL,
  pdf         BLOB    NOT NULL,
  folded      TEXT    NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, publication_id),
  FOREIGN KEY (org_id, publication_id) REFERENCES publication (org_id, id)
) STRICT;

-- The same as open data: one row for each finding and goal it marks.
CREATE TABLE publication_row (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  publication_id INTEGER NOT NULL,
  finding     INTEGER NOT NULL,         -- its number
  kind        TEXT    NOT NULL,         -- the words of the document
  sentence    TEXT    NOT NULL,
  framework   TEXT    NOT NULL,         -- code
  framework_edition TEXT NOT NULL,
  code        TEXT    NOT NULL,         -- of the goal
  sort_key    TEXT    NOT NULL,         -- … in natural order
  goal_sv     TEXT    NOT NULL,
  goal_en     TEXT    NOT NULL,
  iri         TEXT    NOT NULL,         -- of the UN, or ''
  direction   TEXT    NOT NULL,
  directness  TEXT    NOT NULL,
  groups_hit  TEXT    NOT NULL,
  handled     TEXT    NOT NULL,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, publication_id) REFERENCES publication (org_id, id)
) STRICT;
CREATE INDEX publication_row_of ON publication_row (org_id, publication_id);
CREATE INDEX publication_row_goal ON publication_row (org_id, framework, code);
