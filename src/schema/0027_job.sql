-- Long work: what it is, how far it has come, and what became of it.

CREATE TABLE job (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  kind        TEXT    NOT NULL,         -- name of a job_work
  about       TEXT    NOT NULL DEFAULT '',  -- of what; the kind's own word
  state       INTEGER NOT NULL,         -- enum job_state
  stop        INTEGER NOT NULL DEFAULT 0,   -- 1: somebody wants it to end
  tries       INTEGER NOT NULL DEFAULT 0,
  done        INTEGER NOT NULL DEFAULT 0,   -- of total, in the kind's unit
  total       INTEGER NOT NULL DEFAULT 0,   -- 0: not known yet
  note        TEXT    NOT NULL DEFAULT '',  -- address of what came of it
  person      INTEGER NOT NULL,
  made_at     INTEGER NOT NULL,
  started_at  INTEGER,
  beat_at     INTEGER,                  -- when it last said that it goes on
  ended_at    INTEGER,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;
CREATE INDEX job_made ON job (org_id, made_at);
CREATE INDEX job_next ON job (state, id) WHERE state <= 2;
