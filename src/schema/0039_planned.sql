-- What is chosen for a year, by the quarter that it is to be done in: one that
-- was not said is the last.
CREATE INDEX selection_planned ON selection
  (org_id, (year * 4 + (quarter + 3) % 4), id) WHERE state = 2;

-- What is done instead, by whom and by when, where an action is late or
-- dropped: as long as it is followed, also after the end.
ALTER TABLE action ADD COLUMN instead TEXT NOT NULL DEFAULT '';
