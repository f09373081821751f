-- Goal frameworks: sets of goals from one source, in versions.

CREATE TABLE framework (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  code        TEXT    NOT NULL,         -- "agenda2030", "rus_test"
  edition     TEXT    NOT NULL,         -- "2015 (A/RES/70/1)", "2"
  kind        INTEGER NOT NULL,         -- enum framework_kind
  state       INTEGER NOT NULL,         -- enum framework_state
  title_sv    TEXT    NOT NULL,
  title_en    TEXT    NOT NULL,
  target_picture TEXT NOT NULL DEFAULT '',  -- målbild, of a RUS
  source      TEXT    NOT NULL DEFAULT '',  -- address
  note        TEXT    NOT NULL DEFAULT '',
  constructed INTEGER NOT NULL DEFAULT 0,   -- 1: made up for trying out
  shipped     INTEGER NOT NULL DEFAULT 0,   -- 1: came with the program
  valid_from  INTEGER,                  -- day
  valid_to    INTEGER,                  -- day
  replaced_by INTEGER,
  hash        TEXT    NOT NULL,         -- of code, edition and goals
  made_at     INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  UNIQUE (org_id, code, edition),
  FOREIGN KEY (org_id) REFERENCES org (id),
  FOREIGN KEY (org_id, replaced_by) REFERENCES framework (org_id, id)
) STRICT;

CREATE TABLE goal (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  framework_id INTEGER NOT NULL,
  code        TEXT    NOT NULL,         -- text, never a number
  sort_key    TEXT    NOT NULL,         -- code_sort_key()
  kind        INTEGER NOT NULL,         -- enum goal_kind
  title_sv    TEXT    NOT NULL,
  title_en    TEXT    NOT NULL,
  description TEXT    NOT NULL DEFAULT '',
  parent_id   INTEGER,
  dimensions  INTEGER NOT NULL,         -- set of enum dimension, as shipped
  own_dimensions INTEGER,               -- the organisation's view, if another
  colour      TEXT    NOT NULL DEFAULT '',  -- "#E5243B"
  keywords    TEXT    NOT NULL DEFAULT '',  -- one a line
  iri         TEXT    NOT NULL DEFAULT '',
  superseded  INTEGER NOT NULL DEFAULT 0,
  unverified  INTEGER NOT NULL DEFAULT 0,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, framework_id, code),
  FOREIGN KEY (org_id, framework_id) REFERENCES framework (org_id, id),
  FOREIGN KEY (org_id, parent_id) REFERENCES goal (org_id, id)
) STRICT;
CREATE INDEX goal_sort ON goal (org_id, framework_id, sort_key);
CREATE INDEX goal_kind ON goal (org_id, framework_id, kind);
