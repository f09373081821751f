-- Who at another organisation accepted an action, and where that stands; and
-- which organisation somebody is let in from, who may accept for it.

ALTER TABLE action ADD COLUMN accepted_by TEXT NOT NULL DEFAULT ''; -- a role
ALTER TABLE action ADD COLUMN accepted_source TEXT NOT NULL DEFAULT '';
ALTER TABLE access ADD COLUMN organisation TEXT NOT NULL DEFAULT '';

UPDATE access SET organisation = coalesce((
  SELECT h.organisation FROM share h
   WHERE h.org_id = access.org_id AND h.assessment_id = access.object
     AND h.person_id = access.person_id AND h.withdrawn_at IS NULL
   ORDER BY h.id DESC LIMIT 1), '')
 WHERE kind = 3;
