-- Remiss out: a draft is sent to organisations with questions, their replies
-- are received, and each viewpoint in them is treated and answered for.

CREATE TABLE consultation (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  matter_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  title       TEXT    NOT NULL,         -- what is sent
  text        TEXT    NOT NULL DEFAULT '',  -- to those who are asked
  why         TEXT    NOT NULL DEFAULT '',  -- why this round is needed
  decided_by  TEXT    NOT NULL DEFAULT '',  -- who decided to send it
  decided_on  INTEGER,                  -- day
  due         INTEGER,                  -- last day to reply
  sent_at     INTEGER,
  sent_by     INTEGER,                  -- who said yes to it being public
  closed_at   INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, matter_id, no),
  FOREIGN KEY (org_id, matter_id) REFERENCES matter (org_id, id)
) STRICT;

CREATE TABLE consult_question (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  consultation_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  part        TEXT    NOT NULL DEFAULT '',  -- of the draft it is about
  text        TEXT    NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, consultation_id, no),
  FOREIGN KEY (org_id, consultation_id) REFERENCES consultation (org_id, id)
) STRICT;

-- Who is asked: groups and organisations, never a person.
CREATE TABLE consultee (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  consultation_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  actor_id    INTEGER,                  -- in the register
  authority   INTEGER NOT NULL DEFAULT 0,   -- 1: what it sends is received
  pass_id     INTEGER,                  -- its link, once it is sent
  declined_at INTEGER,                  -- "avstår från att yttra sig"
  received_at INTEGER,                  -- the reply was sent in
  received_how INTEGER NOT NULL DEFAULT 0,  -- enum consult_way
  registry_no TEXT    NOT NULL DEFAULT '',  -- of the reply
  no_registry TEXT    NOT NULL DEFAULT '',  -- the reason for none
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, consultation_id, no),
  FOREIGN KEY (org_id, consultation_id) REFERENCES consultation (org_id, id),
  FOREIGN KEY (org_id, actor_id) REFERENCES actor (org_id, id),
  FOREIGN KEY (org_id, pass_id) REFERENCES pass (org_id, id)
) STRICT;
CREATE INDEX consultee_of ON consultee (org_id, consultation_id);

-- What it answered: to a question, or beside them (question NULL).
CREATE TABLE consult_reply (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  consultee_id INTEGER NOT NULL,
  question_id INTEGER,
  text        TEXT    NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, consultee_id) REFERENCES consultee (org_id, id),
  FOREIGN KEY (org_id, question_id) REFERENCES consult_question (org_id, id)
) STRICT;
CREATE UNIQUE INDEX consult_reply_of ON consult_reply
  (org_id, consultee_id, coalesce(question_id, 0));

-- One viewpoint out of a reply, and what is done about it.
CREATE TABLE viewpoint (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  consultation_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  consultee_id INTEGER NOT NULL,
  question_id INTEGER,
  text        TEXT    NOT NULL,
  treated     INTEGER NOT NULL DEFAULT 0,   -- enum treated
  why         TEXT    NOT NULL DEFAULT '',
  change      TEXT    NOT NULL DEFAULT '',  -- what changes in the draft
  at          INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, consultation_id, no),
  FOREIGN KEY (org_id, consultation_id) REFERENCES consultation (org_id, id),
  FOREIGN KEY (org_id, consultee_id) REFERENCES consultee (org_id, id),
  FOREIGN KEY (org_id, question_id) REFERENCES consult_question (org_id, id)
) STRICT;
CREATE INDEX viewpoint_consultee ON viewpoint (org_id, consultee_id);
