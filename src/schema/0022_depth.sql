-- Findings in depth, links between the goals of frameworks, perspectives set
-- aside with a reason, and which alternative is to do nothing.

ALTER TABLE finding ADD COLUMN concerns INTEGER NOT NULL DEFAULT 0; -- enum

-- What a finding rests on: a paper of the subject, or a source in words.
CREATE TABLE finding_evidence (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  finding_id  INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- order
  attachment_id INTEGER,
  source      TEXT    NOT NULL DEFAULT '',  -- words or an address
  place       TEXT    NOT NULL DEFAULT '',  -- "s. 12", "rad 4"
  UNIQUE (org_id, id),
  UNIQUE (org_id, finding_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id),
  FOREIGN KEY (org_id, attachment_id) REFERENCES attachment (org_id, id)
) STRICT;
CREATE INDEX finding_evidence_assessment
  ON finding_evidence (org_id, assessment_id, finding_id, no);

-- What touches one goal often touches the other too. Goals are named by codes:
-- a link holds from one edition of a framework to the next.
CREATE TABLE goal_link (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  from_framework TEXT NOT NULL,
  from_code   TEXT    NOT NULL,
  to_framework TEXT   NOT NULL,
  to_code     TEXT    NOT NULL,
  note_sv     TEXT    NOT NULL DEFAULT '',  -- why, in a line
  note_en     TEXT    NOT NULL DEFAULT '',
  shipped     INTEGER NOT NULL DEFAULT 0,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, from_framework, from_code, to_framework, to_code),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- "Berör också?" was answered no: not suggested again for that finding.
CREATE TABLE suggestion_off (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  finding_id  INTEGER NOT NULL,
  goal_id     INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, finding_id, goal_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id)
) STRICT;

-- A framework that is not relevant for a priority, and why.
CREATE TABLE set_aside (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  priority_id INTEGER NOT NULL,
  framework_id INTEGER NOT NULL,
  reason      TEXT    NOT NULL DEFAULT '',
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, priority_id, framework_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id),
  FOREIGN KEY (org_id, framework_id) REFERENCES framework (org_id, id)
) STRICT;

-- The alternative that the others are compared with: nothing new is done.
ALTER TABLE scope_priority ADD COLUMN no_action INTEGER NOT NULL DEFAULT 0;
