-- What waits for one person: from each assessment they lead straight to what is
-- open there and has a day near or past, without reading a row of anything else.
CREATE INDEX action_waits ON action (org_id, assessment_id, due)
  WHERE state <= 3 AND removed_at IS NULL;
CREATE INDEX conflict_waits ON conflict (org_id, assessment_id, due)
  WHERE state <= 3 AND removed_at IS NULL;
CREATE INDEX gap_waits ON gap (org_id, assessment_id, due) WHERE state = 1;
CREATE INDEX position_waits ON position (org_id, assessment_id, due)
  WHERE made = 0 AND removed_at IS NULL;
CREATE INDEX review_waits ON review (org_id, assessment_id, due)
  WHERE closed_at IS NULL;
CREATE INDEX assignment_waits ON assignment (org_id, assessment_id, due)
  WHERE state <= 2;
CREATE INDEX workshop_waits ON workshop (org_id, assessment_id, day)
  WHERE state <= 3;
CREATE INDEX assessment_next ON assessment (org_id, lead, next_review);

-- … and what they lead, the latest first, with what decides whether it is over.
DROP INDEX assessment_led;
CREATE INDEX assessment_led ON assessment
  (org_id, lead, id, state, subject_id);
