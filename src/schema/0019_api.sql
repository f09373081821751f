-- Programs that call us, and where we call when something has happened.

-- The token is told once; the row has its digest.
CREATE TABLE api_token (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  name        TEXT    NOT NULL,         -- the program's
  token       TEXT    NOT NULL UNIQUE,  -- digest
  rights      INTEGER NOT NULL,         -- set of enum right
  ends        INTEGER,                  -- NULL: until taken back
  taken_back  INTEGER,
  made_by     INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, no),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- Where to call. Its secret signs each call, so it is kept as it is.
CREATE TABLE webhook (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  url         TEXT    NOT NULL,
  secret      TEXT    NOT NULL,
  news        INTEGER NOT NULL,         -- set of 1 << enum news
  seen        INTEGER NOT NULL,         -- the last event that was looked at
  stopped_at  INTEGER,
  made_by     INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, no),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- One call to make, tried until it is answered or given up.
CREATE TABLE delivery (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  webhook_id  INTEGER NOT NULL,
  event_id    INTEGER NOT NULL,
  news        INTEGER NOT NULL,         -- enum news
  body        TEXT    NOT NULL,         -- JSON, as it is sent
  tries       INTEGER NOT NULL DEFAULT 0,
  next_at     INTEGER,                  -- NULL: done, or given up
  code        INTEGER NOT NULL DEFAULT 0,   -- of the last answer
  why         TEXT    NOT NULL DEFAULT '',  -- there was none
  done_at     INTEGER,
  at          INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, webhook_id, event_id),
  FOREIGN KEY (org_id, webhook_id) REFERENCES webhook (org_id, id)
) STRICT;
CREATE INDEX delivery_next ON delivery (next_at);
