-- That an assessment need not be renewed though something it rests on has
-- changed. The flag itself is read from what changed: what is assured is being
-- revised, or a framework that was used has been replaced.

CREATE TABLE renewal_answer (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  cause       INTEGER NOT NULL,         -- enum renewal_cause
  of_id       INTEGER NOT NULL,         -- the subject, or the framework
  why         TEXT    NOT NULL,
  person      INTEGER NOT NULL,         -- who said so
  made_at     INTEGER NOT NULL,
  removed_at  INTEGER,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX renewal_answer_of ON renewal_answer
  (org_id, assessment_id, cause, of_id);

-- When it came into the phase it is in: an answer is to that revision.
ALTER TABLE subject ADD COLUMN phase_at INTEGER;

CREATE INDEX used_framework_of ON used_framework
  (org_id, framework_id, assessment_id);
CREATE INDEX consultation_due ON consultation (org_id, due);
CREATE INDEX step_body_planned ON step_body (org_id, planned_on);
