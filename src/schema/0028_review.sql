-- Review by link, what changed in the proposal, tasks to look deeper, the
-- second person's yes, and the report back.

-- A review round: what to look at, and by when.
CREATE TABLE review (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  question    TEXT    NOT NULL,
  due         INTEGER,                  -- day
  begun_at    INTEGER NOT NULL,
  closed_at   INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- Who is asked: a function or an organisation, never a person.
CREATE TABLE reviewer (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  review_id   INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum reviewer_kind
  name        TEXT    NOT NULL,
  actor_id    INTEGER,                  -- in the register
  authority   INTEGER NOT NULL DEFAULT 0,   -- 1: what it sends is received
  pass_id     INTEGER,                  -- its link
  asked_at    INTEGER,                  -- when sharing was decided
  asked_by    INTEGER NOT NULL DEFAULT 0,   -- person: who decided it
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, review_id) REFERENCES review (org_id, id),
  FOREIGN KEY (org_id, actor_id) REFERENCES actor (org_id, id),
  FOREIGN KEY (org_id, pass_id) REFERENCES pass (org_id, id)
) STRICT;
CREATE INDEX reviewer_of ON reviewer (org_id, review_id);

-- One comment, word for word, and what was done about it.
CREATE TABLE review_comment (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  reviewer_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  finding_no  INTEGER NOT NULL DEFAULT 0,   -- what it is about; 0 the whole
  text        TEXT    NOT NULL,
  at          INTEGER NOT NULL,         -- by link: whole minutes
  late        INTEGER NOT NULL DEFAULT 0,   -- 1: came after the end
  treated     INTEGER NOT NULL DEFAULT 0,   -- enum treatment
  treated_how TEXT    NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, reviewer_id) REFERENCES reviewer (org_id, id)
) STRICT;
CREATE INDEX review_comment_of ON review_comment (org_id, reviewer_id);

-- What in the proposal became different, and because of what.
CREATE TABLE proposal_change (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  was         TEXT    NOT NULL DEFAULT '',  -- '': it was not there
  becomes     TEXT    NOT NULL,
  finding_no  INTEGER NOT NULL DEFAULT 0,   -- one of three, or none
  conflict_no INTEGER NOT NULL DEFAULT 0,
  comment_no  INTEGER NOT NULL DEFAULT 0,
  day         INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

-- Does finishing as final take two persons here? No row: one is enough.
CREATE TABLE sign_rule (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL UNIQUE,
  two         INTEGER NOT NULL,         -- enum sign_two
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- The models that take two, where it goes by model: every edition of a code.
CREATE TABLE sign_model (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  code        TEXT    NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, code),
  FOREIGN KEY (org_id) REFERENCES org (id)
) STRICT;

-- One person has asked for another's yes to this content.
CREATE TABLE sign_request (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  asked_by    INTEGER NOT NULL,         -- person
  asked_name  TEXT    NOT NULL,         -- name and role as they were
  asked_at    INTEGER NOT NULL,
  sha256      TEXT    NOT NULL,         -- of the document they asked about
  given_by    INTEGER,                  -- another person
  given_at    INTEGER,
  ended_by    INTEGER,                  -- taken back, or declined by another
  ended_at    INTEGER,
  why         TEXT    NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE UNIQUE INDEX sign_request_open ON sign_request (org_id, assessment_id)
  WHERE given_at IS NULL AND ended_at IS NULL;
CREATE INDEX sign_request_of ON sign_request (org_id, assessment_id, id);

-- A task to look deeper at a finding, or at a goal of a priority.
CREATE TABLE assignment (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  finding_no  INTEGER NOT NULL DEFAULT 0,
  priority_id INTEGER,                  -- with goal_id, instead of a finding
  goal_id     INTEGER,
  question    TEXT    NOT NULL,
  receiver    TEXT    NOT NULL,         -- a function or an organisation
  authority   INTEGER NOT NULL DEFAULT 0,   -- 1: outside the organisation
  due         INTEGER NOT NULL,         -- day
  pass_id     INTEGER,
  given_at    INTEGER NOT NULL,
  given_by    INTEGER NOT NULL,         -- person: who decided to share
  state       INTEGER NOT NULL,         -- enum assignment_state
  answer      TEXT    NOT NULL DEFAULT '',
  answered_at INTEGER,
  settled_at  INTEGER,
  settled_by  INTEGER NOT NULL DEFAULT 0,
  settled_why TEXT    NOT NULL DEFAULT '',
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id),
  FOREIGN KEY (org_id, pass_id) REFERENCES pass (org_id, id)
) STRICT;
CREATE INDEX assignment_state ON assignment (org_id, state, due, id);

-- What came back with it: a finding, a mark or an answer that somebody takes
-- in or declines.
CREATE TABLE assignment_proposal (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assignment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- within the task
  kind        INTEGER NOT NULL,         -- enum proposal_kind
  sentence    TEXT    NOT NULL DEFAULT '',
  finding_kind INTEGER NOT NULL DEFAULT 0,  -- enum finding_kind
  direction   INTEGER NOT NULL DEFAULT 0,   -- enum direction
  directness  INTEGER NOT NULL DEFAULT 0,   -- enum directness
  goal_id     INTEGER,
  rationale   TEXT    NOT NULL DEFAULT '',
  at          INTEGER NOT NULL,
  state       INTEGER NOT NULL DEFAULT 1,   -- enum proposal_state
  why         TEXT    NOT NULL DEFAULT '',  -- declined
  became_no   INTEGER NOT NULL DEFAULT 0,   -- the finding it became
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assignment_id, no),
  FOREIGN KEY (org_id, assignment_id) REFERENCES assignment (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id)
) STRICT;

-- The report back: when, where, to whom and what was said.
CREATE TABLE reporting (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  day         INTEGER NOT NULL,
  forum       TEXT    NOT NULL,
  audience    TEXT    NOT NULL DEFAULT '',  -- in words, beside those below
  said        TEXT    NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;

CREATE TABLE reporting_to (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  reporting_id INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum owed_kind
  no          INTEGER NOT NULL,         -- its number in the assessment
  UNIQUE (org_id, id),
  UNIQUE (org_id, reporting_id, kind, no),
  FOREIGN KEY (org_id, reporting_id) REFERENCES reporting (org_id, id)
) STRICT;
