-- A link that lets somebody in to one thing without an account, and what an
-- organisation's papers look like.

CREATE TABLE pass (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  token       TEXT    NOT NULL UNIQUE,  -- digest of the link's secret
  kind        INTEGER NOT NULL,         -- enum pass_kind
  object      INTEGER NOT NULL,         -- what it leads to, by kind
  for_whom    TEXT    NOT NULL DEFAULT '',  -- a body or organisation
  ends        INTEGER,                  -- NULL: until taken back
  taken_back  INTEGER,
  made_by     INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;
CREATE INDEX pass_object ON pass (org_id, kind, object);

CREATE TABLE brand (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL UNIQUE,
  colour      INTEGER NOT NULL,         -- 0xRRGGBB: headings and links
  second      INTEGER NOT NULL,         -- 0xRRGGBB: lines and grounds
  logo        BLOB,                     -- PNG, as we wrote it anew
  logo_wide   INTEGER NOT NULL DEFAULT 0,   -- pixels
  logo_high   INTEGER NOT NULL DEFAULT 0,
  logo_alt    TEXT    NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;
