-- Finished: the document and the paper as they were, kept byte for byte.

CREATE TABLE edition (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  number      INTEGER NOT NULL,         -- of finished ones in the organisation
  kind        INTEGER NOT NULL,         -- enum ending: klar or fastställd
  document    TEXT    NOT NULL,         -- JSON
  sha256      TEXT    NOT NULL,         -- of the document
  html        TEXT    NOT NULL,         -- the annex
  pdf         BLOB    NOT NULL,
  signed_by   TEXT    NOT NULL,         -- name and role as they were
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id),
  UNIQUE (org_id, number),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
