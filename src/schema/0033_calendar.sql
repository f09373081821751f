-- Days of more kinds, each by an index of its own.
CREATE INDEX review_due ON review (org_id, due, id)
  WHERE closed_at IS NULL;
CREATE INDEX subject_revised ON subject (org_id, phase_at, id)
  WHERE phase = 6;
