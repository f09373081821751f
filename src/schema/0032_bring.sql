-- Rows of a spreadsheet that wait to be looked at and saved. The text is what
-- stood in our columns (bring/rows.h), and goes when the rows are saved, when
-- somebody throws them away, or after 30 days.

CREATE TABLE brought (
  id            INTEGER PRIMARY KEY,
  org_id        INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  key           TEXT    NOT NULL,
  name          TEXT    NOT NULL,       -- of the file
  content       TEXT    NOT NULL,       -- JSON; '' when it is done with
  at            INTEGER NOT NULL,
  person        INTEGER NOT NULL,
  saved_at      INTEGER,
  saved         INTEGER NOT NULL DEFAULT 0,     -- findings that came of it
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

CREATE INDEX brought_of ON brought (org_id, assessment_id, id);
CREATE INDEX brought_by_age ON brought (at) WHERE saved_at IS NULL;
