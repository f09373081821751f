-- What is assured, its priorities with their wordings, and its papers.

CREATE TABLE subject (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  kind        INTEGER NOT NULL,         -- enum subject_kind
  title       TEXT    NOT NULL,
  sort_key    TEXT    NOT NULL,
  description TEXT    NOT NULL DEFAULT '',
  phase       INTEGER NOT NULL DEFAULT 0,   -- enum subject_phase
  decided_by  TEXT    NOT NULL DEFAULT '',  -- the body's name
  decided_on  INTEGER,                  -- day, planned
  unit        TEXT    NOT NULL DEFAULT '',  -- responsible
  place       TEXT    NOT NULL DEFAULT '',
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

CREATE TABLE registry_no (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  subject_id  INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- order
  number      TEXT    NOT NULL,         -- "RUN/123/2025"
  note        TEXT    NOT NULL DEFAULT '',  -- "ärvt från ärendet"
  UNIQUE (org_id, id),
  UNIQUE (org_id, subject_id, number),
  FOREIGN KEY (org_id, subject_id) REFERENCES subject (org_id, id)
) STRICT;
CREATE INDEX registry_no_number ON registry_no (org_id, number);

CREATE TABLE priority (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  subject_id  INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- P1, P2 …; never reused
  position    INTEGER NOT NULL,         -- order on the page
  retired_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, subject_id, no),
  FOREIGN KEY (org_id, subject_id) REFERENCES subject (org_id, id)
) STRICT;

-- Rewording adds a row; a finding keeps the one it was made on.
CREATE TABLE wording (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  priority_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- 1, 2 …
  title       TEXT    NOT NULL,
  text        TEXT    NOT NULL DEFAULT '',
  serves      TEXT    NOT NULL DEFAULT '',  -- for whom: "medborgare"
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, priority_id, no),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id)
) STRICT;

CREATE TABLE attachment (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  subject_id  INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  type        TEXT    NOT NULL,         -- as found out, not as said
  size        INTEGER NOT NULL,
  sha256      TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  removed_at  INTEGER,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id, subject_id) REFERENCES subject (org_id, id)
) STRICT;
CREATE INDEX attachment_subject ON attachment (org_id, subject_id);

CREATE TABLE chunk (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  attachment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  bytes       BLOB    NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, attachment_id, no),
  FOREIGN KEY (org_id, attachment_id) REFERENCES attachment (org_id, id)
) STRICT;
