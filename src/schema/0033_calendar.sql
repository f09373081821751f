-- Days of more kinds, each by an index of its own.
CREATE INDEX review_due ON review (org_id, due, id)
  WHERE closed_at IS NULL;
CREATE INDEX subject_revised ON subject (org_id, phase_at, id)
  WHERE phase = 6;

-- What was finished in a year, latest first. All of it, so that the papers of
-- an edition are not read for its day.
CREATE INDEX edition_at ON edition (org_id, at, assessment_id);

-- … and what was thought of its meetings, without who thought so.
CREATE INDEX evaluation_said ON evaluation
  (org_id, workshop_id, worth, pace, heard);

-- Findings whose marks judge nothing: removed, or a gap.
CREATE INDEX finding_apart ON finding (org_id, assessment_id, id)
  WHERE removed_at IS NOT NULL OR kind = 3;
