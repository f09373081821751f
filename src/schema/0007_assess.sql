-- An assessment: what it covers, and what was found.

CREATE TABLE assessment (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  subject_id  INTEGER NOT NULL,
  method_id   INTEGER NOT NULL,
  depth       INTEGER NOT NULL,         -- enum depth
  judged      INTEGER NOT NULL DEFAULT 0,   -- enum judged_word; 0 the model's
  state       INTEGER NOT NULL,         -- enum assessment_state
  edition     INTEGER NOT NULL,         -- version of this subject: 1, 2 …
  predecessor_id INTEGER,
  predecessor_key TEXT NOT NULL DEFAULT '', -- as a document said, not here
  reason      TEXT    NOT NULL DEFAULT '',  -- why it is done (again)
  baseline    TEXT    NOT NULL DEFAULT '',  -- jämförs med
  outside     TEXT    NOT NULL DEFAULT '',  -- avgränsas bort
  carried_out TEXT    NOT NULL DEFAULT '',  -- hur det gjordes, vilka var med
  client      TEXT    NOT NULL DEFAULT '',  -- uppdragsgivare
  lead        INTEGER NOT NULL,         -- person: processledare; 0 none here
  lead_name   TEXT    NOT NULL DEFAULT '',  -- as a document said, who is
  lead_title  TEXT    NOT NULL DEFAULT '',  -- no person here
  next_review INTEGER,                  -- day
  received    INTEGER NOT NULL DEFAULT 0,   -- 1: finished elsewhere
  made_at     INTEGER NOT NULL,
  changed_at  INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  FOREIGN KEY (org_id, subject_id) REFERENCES subject (org_id, id),
  FOREIGN KEY (org_id, method_id) REFERENCES method (org_id, id),
  FOREIGN KEY (org_id, predecessor_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX assessment_state ON assessment (org_id, state, changed_at);
CREATE INDEX assessment_subject ON assessment (org_id, subject_id);
CREATE INDEX assessment_changed ON assessment (org_id, changed_at);
CREATE INDEX assessment_lead ON assessment (org_id, lead, changed_at);
CREATE INDEX assessment_key ON assessment (key);

CREATE TABLE used_framework (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  framework_id INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, framework_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, framework_id) REFERENCES framework (org_id, id)
) STRICT;

-- Which priorities it covers, in the wording it is judged in.
CREATE TABLE scope_priority (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  priority_id INTEGER NOT NULL,
  wording_id  INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, priority_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id),
  FOREIGN KEY (org_id, wording_id) REFERENCES wording (org_id, id)
) STRICT;
CREATE INDEX scope_priority_of ON scope_priority (org_id, priority_id);

-- A goal picked as relevant for a priority. No row: not chosen.
CREATE TABLE relevance (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  priority_id INTEGER NOT NULL,
  goal_id     INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, priority_id, goal_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id)
) STRICT;

-- Text, choice, yes/no and overall text: one row per question.
CREATE TABLE answer (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  priority    INTEGER NOT NULL,         -- id of the priority; 0 the whole
  means       TEXT    NOT NULL,         -- the question's, shared by models
  value       TEXT    NOT NULL DEFAULT '',
  note        TEXT    NOT NULL DEFAULT '',
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, priority, means),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- One sentence on what happens, and to whom. The unit of everything.
CREATE TABLE finding (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- F1, F2 …; never reused
  priority_id INTEGER NOT NULL,
  wording_id  INTEGER NOT NULL,         -- the wording it was made on
  kind        INTEGER NOT NULL,         -- enum finding_kind
  sentence    TEXT    NOT NULL,
  short       TEXT    NOT NULL DEFAULT '',  -- for the matrix
  rationale   TEXT    NOT NULL DEFAULT '',  -- motive; demanded for negative
  term        INTEGER NOT NULL DEFAULT 0,   -- enum finding_term
  certainty   INTEGER NOT NULL DEFAULT 0,   -- enum certainty
  places      TEXT    NOT NULL DEFAULT '',
  source      INTEGER NOT NULL DEFAULT 1,   -- enum finding_source
  written_by  TEXT    NOT NULL DEFAULT '',  -- "Grupp A"; never a person
  dissent     INTEGER NOT NULL DEFAULT 0,   -- 1: the groups disagree
  handled     INTEGER NOT NULL DEFAULT 0,   -- enum handling: by word alone
  handled_why TEXT    NOT NULL DEFAULT '',
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id),
  FOREIGN KEY (org_id, wording_id) REFERENCES wording (org_id, id)
) STRICT;

-- A finding's direction and directness for one goal: two fields, never one.
CREATE TABLE mark (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  finding_id  INTEGER NOT NULL,
  goal_id     INTEGER NOT NULL,
  direction   INTEGER NOT NULL,         -- enum direction; 0 for a gap
  directness  INTEGER NOT NULL DEFAULT 0,   -- enum directness; 0 without
  UNIQUE (org_id, id),
  UNIQUE (org_id, finding_id, goal_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id)
) STRICT;
CREATE INDEX mark_assessment ON mark (org_id, assessment_id, finding_id);

-- Who is touched. Rows with the same combination belong together:
-- women + foreign-born is one group of people.
CREATE TABLE finding_group (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  finding_id  INTEGER NOT NULL,
  combination INTEGER NOT NULL,         -- 1, 2 …
  group_id    INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, finding_id, combination, group_id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id),
  FOREIGN KEY (org_id, group_id) REFERENCES population_group (org_id, id)
) STRICT;
CREATE INDEX finding_group_assessment
  ON finding_group (org_id, assessment_id, finding_id, combination);

-- The living side of a finding of kind gap: who finds out, and what came.
CREATE TABLE gap (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  finding_id  INTEGER NOT NULL,
  owner       TEXT    NOT NULL DEFAULT '',  -- function, not a person
  due         INTEGER,                  -- day
  answer      TEXT    NOT NULL DEFAULT '',
  state       INTEGER NOT NULL DEFAULT 1,   -- enum gap_state
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, finding_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id)
) STRICT;
CREATE INDEX gap_assessment ON gap (org_id, assessment_id);

-- An actor in this assessment.
CREATE TABLE actor_link (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  actor_id    INTEGER NOT NULL,
  role        INTEGER NOT NULL,         -- enum actor_role
  influence   INTEGER NOT NULL DEFAULT 0,   -- enum level; 0 not judged
  interest    INTEGER NOT NULL DEFAULT 0,   -- how much it is touched
  how         TEXT    NOT NULL DEFAULT '',
  present     INTEGER NOT NULL DEFAULT 0,   -- enum presence
  present_note TEXT   NOT NULL DEFAULT '',
  missing     INTEGER NOT NULL DEFAULT 0,   -- 1: should have been there
  plan        TEXT    NOT NULL DEFAULT '',  -- how they are reached
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  UNIQUE (org_id, assessment_id, actor_id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, actor_id) REFERENCES actor (org_id, id)
) STRICT;
CREATE INDEX actor_link_actor ON actor_link (org_id, actor_id);

-- People of other organisations who took part, as groups with a number; and
-- occasions: what was done when.
CREATE TABLE occasion (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  what        TEXT    NOT NULL,
  who         TEXT    NOT NULL DEFAULT '',  -- organisations and how many
  state       INTEGER NOT NULL,         -- enum occasion_state
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- The next number of each kind in an assessment; numbers are never reused.
CREATE TABLE counter (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  kind        TEXT    NOT NULL,         -- "finding", "conflict" …
  last        INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, kind),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
