-- Search: where each word stands, in packed lists, so that both engines answer
-- alike. A list only says where to look; what is shown is read and compared
-- again, so that an old entry costs a look and never shows a wrong thing.

-- The objects of one kind in which a word stands, by id, a thousand a row: two
-- bytes each instead of the fifty of a row of their own.
CREATE TABLE word (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  generation  INTEGER NOT NULL,         -- find_state.generation is in use
  stem        INTEGER NOT NULL,         -- digest of it, or of a filter
  kind        INTEGER NOT NULL,         -- enum find_kind
  first       INTEGER NOT NULL,         -- the lowest id in the row
  ids         BLOB    NOT NULL,         -- the others, as distances
  UNIQUE (org_id, id),
  UNIQUE (org_id, generation, stem, kind, first)
) STRICT;

-- How far the index of an organisation has read in `event`.
CREATE TABLE find_state (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL UNIQUE,
  generation  INTEGER NOT NULL,         -- of the words in use
  last        INTEGER NOT NULL,         -- … that was begun last
  seen        INTEGER NOT NULL,         -- the last event that is in them
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- The units one can choose among, each found by a step of the index.
CREATE INDEX subject_unit ON subject (org_id, unit);
