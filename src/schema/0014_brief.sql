-- What people have made of the text block of an assessment, and what an
-- officer has said of the duties it touches. Living: an assessment that is
-- finished goes on into a decision.

-- How the block is laid out; one row once somebody has chosen.
CREATE TABLE brief (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  headed      INTEGER NOT NULL,         -- 1: a heading for each perspective
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- A line that is other than its draft: changed by hand, left out, or somebody's
-- own. The text of each language is its own.
CREATE TABLE brief_line (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  language    INTEGER NOT NULL,         -- enum language
  key         TEXT    NOT NULL,         -- what it began as: "F3"; "own2"
  about       INTEGER NOT NULL,         -- enum about
  text        TEXT    NOT NULL,         -- as a person wrote it
  drafted     TEXT    NOT NULL,         -- the draft it was written beside
  basis       TEXT    NOT NULL,         -- "F3 F4 A3"
  by_hand     INTEGER NOT NULL,
  left_out    INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, language, key),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- Each time it was taken into use: the lines as they were then.
CREATE TABLE brief_use (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  language    INTEGER NOT NULL,
  text        TEXT    NOT NULL,         -- a line each
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX brief_use_of ON brief_use (org_id, assessment_id, language);

-- What an officer says of something that is missing before it is sent.
CREATE TABLE hole_reason (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum hole_kind
  no          INTEGER NOT NULL,         -- of the finding, or 0
  answer      INTEGER NOT NULL,         -- enum hole_answer
  reason      TEXT    NOT NULL,
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, kind, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
