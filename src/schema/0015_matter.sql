-- Matters: what is prepared for a decision, the chain of bodies it goes
-- through, what each of them decided, and the papers that follow it.

-- The bodies of the organisation, named as they call themselves.
CREATE TABLE body (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- order, and its name in addresses
  kind        INTEGER NOT NULL,         -- enum body_kind
  name        TEXT    NOT NULL,         -- "regionala utvecklingsnämnden"
  short       TEXT    NOT NULL DEFAULT '',  -- "RUN"
  retired_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, no),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

CREATE TABLE matter (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  kind        INTEGER NOT NULL,         -- enum matter_kind
  title       TEXT    NOT NULL,
  folded      TEXT    NOT NULL,         -- number and title, to search in
  registry_no TEXT    NOT NULL DEFAULT '',  -- "RUN/536/2021"
  no_registry TEXT    NOT NULL DEFAULT '',  -- the reason for none (BR-19)
  officer     TEXT    NOT NULL DEFAULT '',  -- as on paper: name, title
  unit        TEXT    NOT NULL DEFAULT '',
  started_by  TEXT    NOT NULL DEFAULT '',  -- who raised it
  state       INTEGER NOT NULL,         -- enum matter_state
  came_from   INTEGER,                  -- the matter it follows up
  person      INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id) REFERENCES org (id),
  FOREIGN KEY (org_id, came_from) REFERENCES matter (org_id, id)
) STRICT;
CREATE INDEX matter_registry ON matter (org_id, registry_no);
CREATE INDEX matter_came_from ON matter (org_id, came_from);

CREATE TABLE matter_assessment (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_id   INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  removed_at  INTEGER,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_id, assessment_id),
  FOREIGN KEY (org_id, matter_id) REFERENCES matter (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX matter_assessment_of ON matter_assessment (org_id,
                                                        assessment_id);

-- The chain: who prepares, proposes, decides, or is told of a decision by
-- delegation.
CREATE TABLE step_body (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- its name in addresses
  place       INTEGER NOT NULL,         -- order; moved by people
  body_id     INTEGER NOT NULL,
  role        INTEGER NOT NULL,         -- enum chain_role
  planned_on  INTEGER,                  -- day of its meeting
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_id, no),
  FOREIGN KEY (org_id, matter_id) REFERENCES matter (org_id, id),
  FOREIGN KEY (org_id, body_id) REFERENCES body (org_id, id)
) STRICT;

-- What a body did with the matter at one meeting. A body may meet several
-- times: adjourned, referred back, decided. Corrected, never deleted.
CREATE TABLE outcome (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  step_body_id INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum outcome_kind
  held_on     INTEGER NOT NULL,         -- day of the meeting
  paragraph   TEXT    NOT NULL DEFAULT '',  -- "§ 89"
  text        TEXT    NOT NULL DEFAULT '',  -- the decision in its words
  weighing    TEXT    NOT NULL DEFAULT '',  -- how the body weighed; apart
  reservation TEXT    NOT NULL DEFAULT '',
  reason      TEXT    NOT NULL DEFAULT '',  -- of a referral back: what to do
  minority    INTEGER NOT NULL DEFAULT 0,   -- 1: by the minority rule
  present     INTEGER NOT NULL DEFAULT 0,   -- members present then
  in_favour   INTEGER NOT NULL DEFAULT 0,   -- … who voted for it
  approved_on INTEGER,                  -- day the minutes were signed
  posted_on   INTEGER,                  -- day that was announced
  appealed    INTEGER NOT NULL DEFAULT 0,
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_id, no),
  FOREIGN KEY (org_id, matter_id) REFERENCES matter (org_id, id),
  FOREIGN KEY (org_id, step_body_id) REFERENCES step_body (org_id, id)
) STRICT;
CREATE INDEX outcome_of_step ON outcome (org_id, step_body_id);

-- To be done: by a referral back, by a decision, or by hand.
CREATE TABLE task (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  outcome_id  INTEGER,                  -- what it comes out of
  text        TEXT    NOT NULL,
  owner       TEXT    NOT NULL DEFAULT '',
  due         INTEGER,                  -- day
  done_at     INTEGER,
  done_note   TEXT    NOT NULL DEFAULT '',
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_id, no),
  FOREIGN KEY (org_id, matter_id) REFERENCES matter (org_id, id),
  FOREIGN KEY (org_id, outcome_id) REFERENCES outcome (org_id, id)
) STRICT;
CREATE INDEX task_open ON task (org_id, due) WHERE done_at IS NULL;

-- The papers of a matter. One that is made here is working material until it
-- is kept byte for byte as it left; one that came in is received.
CREATE TABLE matter_paper (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum paper_use
  state       INTEGER NOT NULL,         -- enum paper_state
  place       INTEGER NOT NULL,         -- order among the annexes, letter 1
  title       TEXT    NOT NULL,
  dated_on    INTEGER NOT NULL,         -- day
  registry_no TEXT    NOT NULL DEFAULT '',
  no_registry TEXT    NOT NULL DEFAULT '',  -- the reason for none
  from_whom   TEXT    NOT NULL DEFAULT '',  -- of one that was received
  secret_by   TEXT    NOT NULL DEFAULT '',  -- legal ground of a secrecy mark
  assessment_id INTEGER,                -- whose annex, sheet or text it is
  removed_at  INTEGER,
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_id, no),
  FOREIGN KEY (org_id, matter_id) REFERENCES matter (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- Its bytes, in each form it has.
CREATE TABLE paper_bytes (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_paper_id INTEGER NOT NULL,
  type        TEXT    NOT NULL,         -- "pdf", "docx", "html", …
  sha256      TEXT    NOT NULL,
  size        INTEGER NOT NULL,
  bytes       BLOB    NOT NULL,
  at          INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_paper_id, type),
  FOREIGN KEY (org_id, matter_paper_id) REFERENCES matter_paper (org_id, id)
) STRICT;
