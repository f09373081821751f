-- The shared register of actors (groups and organisations, never persons) and
-- of population groups that can be combined.

CREATE TABLE actor (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  sort_key    TEXT    NOT NULL,
  kind        INTEGER NOT NULL,         -- enum actor_kind
  rights_holder INTEGER NOT NULL DEFAULT 0,
  retired_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  UNIQUE (org_id, name),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;
CREATE INDEX actor_sort ON actor (org_id, sort_key);

CREATE TABLE population_group (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  code        TEXT    NOT NULL,         -- "women", "foreign_born"
  name_sv     TEXT    NOT NULL,
  name_en     TEXT    NOT NULL,
  axis        INTEGER NOT NULL,         -- enum group_axis: sex first
  position    INTEGER NOT NULL,
  retired_at  INTEGER,
  UNIQUE (org_id, id),
  UNIQUE (org_id, code),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;
