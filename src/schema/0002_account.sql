-- Organisations, people, who belongs where, and who is let in to what.

CREATE TABLE org (
  id          INTEGER PRIMARY KEY,
  key         TEXT    NOT NULL UNIQUE,
  name        TEXT    NOT NULL UNIQUE,
  kind        INTEGER NOT NULL,         -- enum org_kind
  contact     TEXT    NOT NULL DEFAULT '',  -- where help is asked for
  constructed INTEGER NOT NULL DEFAULT 0,   -- 1: made up, said on each page
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;

-- A person belongs to the installation, not to an organisation.
CREATE TABLE person (
  id          INTEGER PRIMARY KEY,
  key         TEXT    NOT NULL UNIQUE,
  email       TEXT    NOT NULL UNIQUE,  -- folded
  name        TEXT    NOT NULL,
  title       TEXT    NOT NULL DEFAULT '',  -- role in words, for papers
  password    TEXT,                     -- Argon2id; NULL until chosen
  language    INTEGER NOT NULL DEFAULT 0,   -- enum language
  ended_at    INTEGER,                  -- may no longer sign in
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE membership (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  rights      INTEGER NOT NULL,         -- set of enum right
  made_at     INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, person_id),
  FOREIGN KEY (org_id) REFERENCES org (id),
  FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX membership_person ON membership (person_id);

-- Let in to one object: a person of another organisation.
CREATE TABLE access (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,         -- whose object
  kind        INTEGER NOT NULL,         -- enum ground
  object      INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  rights      INTEGER NOT NULL,
  ends        INTEGER,                  -- NULL: until taken back
  let_in_by   INTEGER NOT NULL,
  let_in_at   INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, kind, object, person_id),
  FOREIGN KEY (org_id) REFERENCES org (id),
  FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX access_person ON access (person_id);

-- Signed in. A visit that only looks writes nothing: sessions have a fixed end.
CREATE TABLE session (
  id          INTEGER PRIMARY KEY,
  token       TEXT    NOT NULL UNIQUE,  -- digest
  person_id   INTEGER NOT NULL,
  browser     TEXT    NOT NULL,         -- as it calls itself
  made_at     INTEGER NOT NULL,
  ends_at     INTEGER NOT NULL,
  confirmed_at INTEGER NOT NULL,        -- when the password was last given
  FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;
CREATE INDEX session_person ON session (person_id);

-- A link that signs in once, to choose a password.
CREATE TABLE link (
  id          INTEGER PRIMARY KEY,
  token       TEXT    NOT NULL UNIQUE,  -- digest
  person_id   INTEGER NOT NULL,
  ends_at     INTEGER NOT NULL,
  used_at     INTEGER,
  FOREIGN KEY (person_id) REFERENCES person (id)
) STRICT;

-- Failed tries to sign in: they slow down the next one.
CREATE TABLE attempt (
  id          INTEGER PRIMARY KEY,
  email       TEXT    NOT NULL,         -- digest
  at          INTEGER NOT NULL
) STRICT;
CREATE INDEX attempt_email ON attempt (email, at);

-- What somebody has typed and not yet saved; one per person and form.
CREATE TABLE draft (
  id          INTEGER PRIMARY KEY,
  owner       TEXT    NOT NULL,         -- digest of person or visitor
  page        TEXT    NOT NULL,         -- the address the form stands on
  form        TEXT    NOT NULL,         -- the address and name it is sent to
  body        TEXT    NOT NULL,         -- as sent, form-urlencoded
  at          INTEGER NOT NULL,
  UNIQUE (owner, page, form)
) STRICT;

-- Messages from the accessibility statement and from those in need of help.
CREATE TABLE message (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,         -- 0: to the installation
  page        TEXT    NOT NULL,
  text        TEXT    NOT NULL,
  contact     TEXT    NOT NULL,         -- may be empty: nobody has to say who
  at          INTEGER NOT NULL,
  done_at     INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id)
) STRICT;
