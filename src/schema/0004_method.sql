-- Models of assurance as data: steps, questions, parts. A published version is
-- never edited.

CREATE TABLE method (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  code        TEXT    NOT NULL,         -- "jh_fyra_steg"
  edition     INTEGER NOT NULL,         -- 1, 2, 3 …
  title_sv    TEXT    NOT NULL,
  title_en    TEXT    NOT NULL,
  about_sv    TEXT    NOT NULL,
  about_en    TEXT    NOT NULL,
  judged_sv   TEXT    NOT NULL,         -- what is judged: "prioritering"
  judged_en   TEXT    NOT NULL,
  source      TEXT    NOT NULL DEFAULT '',
  budget      TEXT    NOT NULL,         -- JSON: most answers per depth
  shipped     INTEGER NOT NULL DEFAULT 0,
  hash        TEXT    NOT NULL,
  published_at INTEGER,
  made_at     INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  UNIQUE (org_id, code, edition),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

CREATE TABLE step (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  method_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- 1, 2, 3 …
  key         TEXT    NOT NULL,         -- "rus"
  name_sv     TEXT    NOT NULL,         -- "RUS-säkra"
  name_en     TEXT    NOT NULL,
  headline_sv TEXT    NOT NULL,         -- the question as headline
  headline_en TEXT    NOT NULL,
  per_priority INTEGER NOT NULL,        -- 1: one page per priority
  UNIQUE (org_id, id),
  UNIQUE (org_id, method_id, no),
  FOREIGN KEY (org_id, method_id) REFERENCES method (org_id, id)
) STRICT;

CREATE TABLE question (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  method_id   INTEGER NOT NULL,
  step_id     INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- order within the model
  key         TEXT    NOT NULL,         -- unique in the model
  part        TEXT    NOT NULL,         -- one of the closed list
  means       TEXT    NOT NULL,         -- shared by models: same answer
  title_sv    TEXT    NOT NULL,
  title_en    TEXT    NOT NULL,
  help_sv     TEXT    NOT NULL DEFAULT '',
  help_en     TEXT    NOT NULL DEFAULT '',
  example_sv  TEXT    NOT NULL DEFAULT '',
  example_en  TEXT    NOT NULL DEFAULT '',
  scale       TEXT    NOT NULL DEFAULT '',  -- JSON: values of a choice
  frameworks  TEXT    NOT NULL DEFAULT '',  -- kinds, space between: "rus"
  directness  INTEGER NOT NULL DEFAULT 0,   -- 1: marks have a path too
  depths      INTEGER NOT NULL,         -- set: asked at this depth
  needed      INTEGER NOT NULL,         -- set: must be answered at this depth
  per_priority INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, method_id, key),
  UNIQUE (org_id, method_id, no),
  FOREIGN KEY (org_id, method_id) REFERENCES method (org_id, id),
  FOREIGN KEY (org_id, step_id) REFERENCES step (org_id, id)
) STRICT;
