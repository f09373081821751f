-- What every change leaves behind.
-- Instants are ms since 1970 in UTC, days are days since 1970. Every table has
-- an id, so that a copy can be made in slices.

CREATE TABLE event (
  id        INTEGER PRIMARY KEY,
  org_id    INTEGER NOT NULL,           -- 0: the installation itself
  at        INTEGER NOT NULL,
  person    INTEGER NOT NULL,           -- 0: the system
  kind      TEXT    NOT NULL,           -- the table changed
  object    INTEGER NOT NULL,           -- its row
  verb      TEXT    NOT NULL,
  before    TEXT                        -- JSON, the row as it was
) STRICT;
CREATE INDEX event_object ON event (org_id, kind, object);

-- A form sent twice is saved once: its key answers with the first address.
CREATE TABLE receipt (
  id        INTEGER PRIMARY KEY,
  org_id    INTEGER NOT NULL,
  visitor   TEXT    NOT NULL,           -- digest of the session or visitor
  key       TEXT    NOT NULL,
  address   TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  UNIQUE (org_id, visitor, key)
) STRICT;
CREATE INDEX receipt_at ON receipt (at);
