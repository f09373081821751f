-- The official letter of a matter: its sections as text, the headings an
-- organisation has for them, and its own template in DOCX.

-- An organisation without rows has the first set that we ship.
CREATE TABLE letter_heading (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- enum letter_part; own ones from 32
  place       INTEGER NOT NULL,         -- order in the letter
  text        TEXT    NOT NULL,
  hint        TEXT    NOT NULL DEFAULT '',  -- '': the one we ship
  need        INTEGER NOT NULL,         -- enum need
  by_perspective INTEGER NOT NULL DEFAULT 0,
  retired_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, no),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

CREATE TABLE letter_text (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_id   INTEGER NOT NULL,
  part        INTEGER NOT NULL,         -- letter_heading.no
  text        TEXT    NOT NULL,
  taken       TEXT    NOT NULL DEFAULT '',  -- the text block, as it was read
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_id, part),
  FOREIGN KEY (org_id, matter_id) REFERENCES matter (org_id, id)
) STRICT;

-- At most one is in use; those before it are kept.
CREATE TABLE letter_template (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  name        TEXT    NOT NULL,         -- of the file that was sent
  found       TEXT    NOT NULL,         -- its placeholders, one a line
  sha256      TEXT    NOT NULL,
  bytes       BLOB    NOT NULL,
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  retired_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;
CREATE UNIQUE INDEX letter_template_used ON letter_template (org_id)
  WHERE retired_at IS NULL;
