-- Who was let in to an assessment from elsewhere: the log of it. What they may
-- is asked of access; a row here is never removed, only withdrawn.
CREATE TABLE share (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  person_id   INTEGER NOT NULL,
  organisation TEXT   NOT NULL,         -- theirs, as it was said
  rights      INTEGER NOT NULL,         -- set of enum right
  ends        INTEGER,                  -- ms; NULL: until withdrawn
  decided_by  INTEGER NOT NULL,         -- person: who said yes to it
  decided_at  INTEGER NOT NULL,
  withdrawn_by INTEGER,
  withdrawn_at INTEGER,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (person_id) REFERENCES person (id),
  FOREIGN KEY (decided_by) REFERENCES person (id),
  FOREIGN KEY (withdrawn_by) REFERENCES person (id)
) STRICT;
CREATE INDEX share_assessment ON share (org_id, assessment_id, id);
