-- Reminders by mail: whether an organisation sends them, how often a person
-- wants them, and the letters that go out. A letter's row has no address and no
-- words: both are read when it leaves.

CREATE TABLE reminder (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL UNIQUE,
  sends       INTEGER NOT NULL DEFAULT 0,   -- 1: reminders are sent
  looked_on   INTEGER NOT NULL,         -- day it was last looked who waits
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

CREATE TABLE reminder_choice (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  often       INTEGER NOT NULL,         -- enum remind_often
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, person_id),
  FOREIGN KEY (org_id) REFERENCES org (id),
  FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;

CREATE TABLE mail (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum mail_kind
  day         INTEGER NOT NULL,         -- one of a kind each day at most
  tries       INTEGER NOT NULL DEFAULT 0,
  next_at     INTEGER,                  -- NULL: sent, or given up
  sent_at     INTEGER,
  why         TEXT    NOT NULL DEFAULT '',  -- it was not sent
  at          INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, person_id, kind, day),
  FOREIGN KEY (org_id) REFERENCES org (id),
  FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX mail_next ON mail (next_at);

-- What somebody leads, the latest first.
CREATE INDEX assessment_led ON assessment (org_id, lead, id);
