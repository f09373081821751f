-- Lists over the organisation, and what pulls against what between assessments.

-- What is open, soonest due first; what has no day comes last (2000000 is a day
-- nobody sets). The statements of src/insight name the same conditions, word
-- for word, so that both engines see that the index has it all.
CREATE INDEX conflict_open ON conflict (org_id, coalesce(due, 2000000), id)
  WHERE state <= 3 AND removed_at IS NULL;
CREATE INDEX conflict_asked ON conflict (org_id, coalesce(due, 2000000), id)
  WHERE state = 3 AND removed_at IS NULL;
CREATE INDEX gap_open ON gap (org_id, coalesce(due, 2000000), id)
  WHERE state = 1;
CREATE INDEX position_open ON position (org_id, coalesce(due, 2000000), id)
  WHERE made = 0 AND removed_at IS NULL;
CREATE INDEX action_open ON action (org_id, coalesce(due, 2000000), id)
  WHERE state <= 3 AND removed_at IS NULL;

-- They are in these instead, and SQLite would sort all of the old ones.
DROP INDEX conflict_state;
DROP INDEX action_due;

-- What has ended, newest first.
CREATE INDEX conflict_ended ON conflict (org_id, id)
  WHERE state >= 4 AND removed_at IS NULL;
CREATE INDEX gap_ended ON gap (org_id, id) WHERE state = 2;
CREATE INDEX position_ended ON position (org_id, id)
  WHERE made = 1 AND removed_at IS NULL;
CREATE INDEX action_ended ON action (org_id, id)
  WHERE state >= 4 AND removed_at IS NULL;

-- What two assessed things may share: what they belong to, a place, a unit.
ALTER TABLE subject ADD COLUMN belongs_to TEXT NOT NULL DEFAULT '';
CREATE INDEX across_belongs_to ON subject (org_id, belongs_to, id)
  WHERE belongs_to <> '';
CREATE INDEX across_title ON subject (org_id, title);
CREATE INDEX across_place ON subject (org_id, place, id) WHERE place <> '';
CREATE INDEX across_unit ON subject (org_id, unit, id) WHERE unit <> '';
CREATE INDEX across_places ON finding (org_id, places, assessment_id)
  WHERE places <> '' AND removed_at IS NULL;
CREATE INDEX across_removed ON finding (org_id, id)
  WHERE removed_at IS NOT NULL;
CREATE INDEX across_actor ON actor_link (org_id, actor_id, assessment_id)
  WHERE removed_at IS NULL;

-- … and which goals each pulls at, which way.
CREATE INDEX across_mark
  ON mark (org_id, assessment_id, direction, goal_id, finding_id);

-- A conflict with something in another assessment, as a document says it too.
ALTER TABLE conflict ADD COLUMN other_key TEXT NOT NULL DEFAULT '';
ALTER TABLE conflict ADD COLUMN other_finding INTEGER NOT NULL DEFAULT 0;

-- A suggestion somebody has taken a stand on. What it stood on then is kept,
-- so that one that was dismissed comes back only with something new.
CREATE TABLE candidate (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,       -- where it was decided
  other_id    INTEGER NOT NULL,         -- the other assessment
  sign        INTEGER NOT NULL,         -- enum conflict_sign
  reasons     INTEGER NOT NULL,         -- set of enum across_reason
  goals       TEXT    NOT NULL,         -- numbers of goals, with commas
  state       INTEGER NOT NULL,         -- enum candidate_state
  conflict_no INTEGER NOT NULL DEFAULT 0,   -- what it became
  why         TEXT    NOT NULL DEFAULT '',
  person      INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, other_id, sign),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, other_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX candidate_other ON candidate (org_id, other_id);

-- What the finder over all found for one assessment: at most 20, packed, best
-- first (src/insight/across_pack.c). `strength` puts the strongest first.
CREATE TABLE across (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  strength    INTEGER NOT NULL,
  conflicts   INTEGER NOT NULL,         -- how many of them pull apart
  synergies   INTEGER NOT NULL,
  found       BLOB    NOT NULL,
  at          INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX across_strength ON across (org_id, strength, id);
