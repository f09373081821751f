-- The meeting: its plan, its tables, who takes part, what was answered, and how
-- it came back. Nothing here says which participant gave which answer: an
-- answer carries a digest that only the participant's own link can make again,
-- another one for each item, and the time to the minute.

CREATE TABLE workshop (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  key         TEXT    NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- W1, W2 … in the assessment
  title       TEXT    NOT NULL,
  day         INTEGER NOT NULL,
  starts      INTEGER NOT NULL,         -- minute of the day, local time
  minutes     INTEGER NOT NULL,         -- in all
  place       TEXT    NOT NULL DEFAULT '',
  form        INTEGER NOT NULL,         -- enum workshop_form
  template    INTEGER NOT NULL,         -- enum plan_template
  way         INTEGER NOT NULL,         -- enum answer_way
  people      INTEGER NOT NULL,         -- expected
  steps       INTEGER NOT NULL,         -- set: 1 << step; 1 << 0 to propose
  code        TEXT    UNIQUE,           -- six letters; NULL when it is closed
  state       INTEGER NOT NULL,         -- enum workshop_state
  item        INTEGER NOT NULL DEFAULT 0,   -- id of what is on now; 0 none
  shown       INTEGER NOT NULL DEFAULT 0,   -- 1: its answers are on the screen
  frozen      INTEGER NOT NULL DEFAULT 0,   -- 1: answers cannot be changed
  began_at    INTEGER,
  ended_at    INTEGER,
  keys_off    INTEGER NOT NULL DEFAULT 0,   -- 1: no keys in the leader's view
  follows_id  INTEGER,                  -- the meeting whose rest this takes up
  disposal    TEXT    NOT NULL,         -- gallringsregel: the decision, in words
  disposal_ref TEXT   NOT NULL DEFAULT '',  -- its register number
  disposal_on INTEGER,                  -- day from which answers may go
  disposed_at INTEGER,
  guests_gone_at INTEGER,               -- when who took part was let go
  note        TEXT    NOT NULL DEFAULT '',  -- to the one who leads
  made_at     INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,   -- of what is planned
  turn        INTEGER NOT NULL DEFAULT 1,   -- counts commands while it runs
  UNIQUE (org_id, id),
  UNIQUE (org_id, key),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, follows_id) REFERENCES workshop (org_id, id)
) STRICT;
CREATE INDEX workshop_day ON workshop (org_id, day);
CREATE INDEX workshop_key ON workshop (key);

-- A table of people in the meeting: bord, or grupp.
CREATE TABLE board (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  name        TEXT    NOT NULL,
  retired_at  INTEGER,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, no),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id)
) STRICT;

-- A point of the agenda.
CREATE TABLE item (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- never reused
  position    INTEGER NOT NULL,         -- order on the agenda
  kind        INTEGER NOT NULL,         -- enum item_kind
  title       TEXT    NOT NULL,
  minutes     INTEGER NOT NULL,
  priority_id INTEGER,
  wording_id  INTEGER,                  -- the wording it is judged in
  ask         INTEGER NOT NULL DEFAULT 0,   -- enum ask_kind, of a free question
  options     TEXT    NOT NULL DEFAULT '',  -- of a choice or ranking: lines
  worth       INTEGER NOT NULL DEFAULT 0,   -- how much it decides: plan.h
  reasons     INTEGER NOT NULL DEFAULT 0,   -- … and why: set of plan_reason
  state       INTEGER NOT NULL DEFAULT 1,   -- enum item_state
  began_at    INTEGER,                  -- latest time it was taken up
  spent_ms    INTEGER NOT NULL DEFAULT 0,   -- before that
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, no),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, priority_id) REFERENCES priority (org_id, id),
  FOREIGN KEY (org_id, wording_id) REFERENCES wording (org_id, id)
) STRICT;

-- The goals that an item judges, in order.
CREATE TABLE item_goal (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  item_id     INTEGER NOT NULL,
  goal_id     INTEGER NOT NULL,
  position    INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, item_id, goal_id),
  FOREIGN KEY (org_id, item_id) REFERENCES item (org_id, id),
  FOREIGN KEY (org_id, goal_id) REFERENCES goal (org_id, id)
) STRICT;

-- Who takes part, by a link of their own: a person without a name, a table's
-- shared device, the room's screen. Goes by a rule after the report-back.
CREATE TABLE guest (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  token       TEXT    NOT NULL UNIQUE,  -- digest of the key in their link
  kind        INTEGER NOT NULL,         -- enum guest_kind
  board_id    INTEGER,
  category    INTEGER NOT NULL DEFAULT 0,   -- enum guest_category
  organisation TEXT   NOT NULL DEFAULT '',
  authority   INTEGER NOT NULL DEFAULT 0,   -- 1: of another authority
  joined_at   INTEGER NOT NULL,         -- to the minute
  left_at     INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES board (org_id, id)
) STRICT;
CREATE INDEX guest_workshop ON guest (org_id, workshop_id);

-- What one participant answered. `who` is made of the secret in their link
-- and the item: the same person is another in the next item.
CREATE TABLE reply (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  item_id     INTEGER NOT NULL,
  goal        INTEGER NOT NULL,         -- id; 0 for an item without goals
  who         TEXT    NOT NULL,
  board_id    INTEGER,
  category    INTEGER NOT NULL DEFAULT 0,
  organisation TEXT   NOT NULL DEFAULT '',
  authority   INTEGER NOT NULL DEFAULT 0,   -- received from another authority
  value       TEXT    NOT NULL,         -- words of the scale, space between
  text        TEXT    NOT NULL DEFAULT '',
  minute      INTEGER NOT NULL,         -- ms, whole minutes
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, item_id, goal, who),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, item_id) REFERENCES item (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES board (org_id, id)
) STRICT;
CREATE INDEX reply_item ON reply (org_id, item_id, goal);

-- What a table answered, with what was said against it.
CREATE TABLE board_reply (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  item_id     INTEGER NOT NULL,
  goal        INTEGER NOT NULL,         -- id; 0 for an item without goals
  board_id    INTEGER NOT NULL,
  value       TEXT    NOT NULL,
  plus        TEXT    NOT NULL DEFAULT '',  -- what gets better, and for whom
  minus       TEXT    NOT NULL DEFAULT '',  -- what gets worse
  other       TEXT    NOT NULL DEFAULT '',  -- of none, of a gap, of free text
  rationale   TEXT    NOT NULL DEFAULT '',
  dissent     TEXT    NOT NULL DEFAULT '',  -- in the words of who disagreed
  authority   INTEGER NOT NULL DEFAULT 0,   -- another authority sits there
  paper       INTEGER NOT NULL DEFAULT 0,   -- 1: entered from paper
  minute      INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, item_id, goal, board_id),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, item_id) REFERENCES item (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES board (org_id, id)
) STRICT;

-- What the room made of the tables' answers: one value, or divided opinions.
-- A choice, never a sum: set by a table or the room, written by who leads.
CREATE TABLE verdict (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  item_id     INTEGER NOT NULL,
  goal        INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum verdict_kind
  board_id    INTEGER,                  -- the table whose words are kept
  value       TEXT    NOT NULL DEFAULT '',
  plus        TEXT    NOT NULL DEFAULT '',
  minus       TEXT    NOT NULL DEFAULT '',
  other       TEXT    NOT NULL DEFAULT '',
  rationale   TEXT    NOT NULL DEFAULT '',
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, item_id, goal),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, item_id) REFERENCES item (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES board (org_id, id)
) STRICT;

-- Proposals: of priorities, of who is missing, of actions. Those merged point
-- at the one that stands for them.
CREATE TABLE idea (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  item_id     INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- in the workshop
  board_id    INTEGER,
  who         TEXT    NOT NULL DEFAULT '',  -- as in reply; '' a table or lead
  authority   INTEGER NOT NULL DEFAULT 0,
  text        TEXT    NOT NULL,
  detail      TEXT    NOT NULL DEFAULT '',  -- reach them how; by whom, when
  role        INTEGER NOT NULL DEFAULT 0,   -- of an actor: enum actor_role
  missing     INTEGER NOT NULL DEFAULT 0,   -- 1: should have been here
  finding_no  INTEGER NOT NULL DEFAULT 0,   -- what an action comes out of
  item_from   INTEGER NOT NULL DEFAULT 0,   -- … or the item, before findings
  goal_from   INTEGER NOT NULL DEFAULT 0,   -- … and its goal
  into_id     INTEGER,
  chosen      INTEGER NOT NULL DEFAULT 0,
  minute      INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, no),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, item_id) REFERENCES item (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES board (org_id, id),
  FOREIGN KEY (org_id, into_id) REFERENCES idea (org_id, id)
) STRICT;
CREATE INDEX idea_item ON idea (org_id, item_id);

-- What came out of it in the assessment, and of which table and item: from
-- the report back to the room. One of the kinds in enum trace_kind.
CREATE TABLE trace (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  kind        INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- F3, A2 … in the assessment
  item_id     INTEGER NOT NULL,
  goal        INTEGER NOT NULL,
  board_id    INTEGER,                  -- NULL: the room
  made        TEXT    NOT NULL DEFAULT '',  -- digest of what came of it then:
                                        -- has a person changed it since?
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id),
  FOREIGN KEY (org_id, item_id) REFERENCES item (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES board (org_id, id)
) STRICT;
CREATE INDEX trace_to ON trace (org_id, assessment_id, kind, no);
CREATE INDEX trace_from ON trace (org_id, workshop_id, kind);

-- Who was asked to come: groups and organisations, never persons.
CREATE TABLE invited (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  actor_id    INTEGER,                  -- in the register, or
  name        TEXT    NOT NULL,
  people      INTEGER NOT NULL DEFAULT 1,   -- asked
  came        INTEGER NOT NULL DEFAULT 0,   -- how many came
  state       INTEGER NOT NULL,         -- enum invited_state
  authority   INTEGER NOT NULL DEFAULT 0,
  needs       TEXT    NOT NULL DEFAULT '',  -- to be able to come
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, no),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, actor_id) REFERENCES actor (org_id, id)
) STRICT;

-- What the participants thought of the meeting.
CREATE TABLE evaluation (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  who         TEXT    NOT NULL,
  worth       INTEGER NOT NULL DEFAULT 0,   -- 1-5 worth the time; 0 unsaid
  pace        INTEGER NOT NULL DEFAULT 0,   -- 1 too slow, 2 right, 3 too fast
  heard       INTEGER NOT NULL DEFAULT 0,   -- 1-5 my view counted
  text        TEXT    NOT NULL DEFAULT '',
  minute      INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, who),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id)
) STRICT;

-- Comments on the draft compilation, by the links of those who were there.
CREATE TABLE remark (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  who         TEXT    NOT NULL,
  board_id    INTEGER,
  authority   INTEGER NOT NULL DEFAULT 0,
  text        TEXT    NOT NULL,
  finding_no  INTEGER NOT NULL DEFAULT 0,   -- what it is about; 0 the whole
  treated     INTEGER NOT NULL DEFAULT 0,   -- enum treatment
  treated_how TEXT    NOT NULL DEFAULT '',
  minute      INTEGER NOT NULL,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, no),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id),
  FOREIGN KEY (org_id, board_id) REFERENCES board (org_id, id)
) STRICT;

-- The way back: when and where the result was reported, and what became of it.
CREATE TABLE report_back (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,
  kind        INTEGER NOT NULL,         -- enum report_kind
  day         INTEGER NOT NULL,
  forum       TEXT    NOT NULL,         -- where, or which body decided
  audience    TEXT    NOT NULL DEFAULT '',
  said        TEXT    NOT NULL,         -- what was said, or decided
  changed     TEXT    NOT NULL DEFAULT '',  -- what changed in the proposal
  at          INTEGER NOT NULL,
  person      INTEGER NOT NULL,
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, no),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id)
) STRICT;

-- The next number of each kind in a workshop; numbers are never reused.
CREATE TABLE workshop_counter (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  workshop_id INTEGER NOT NULL,
  kind        TEXT    NOT NULL,
  last        INTEGER NOT NULL,
  UNIQUE (org_id, id),
  UNIQUE (org_id, workshop_id, kind),
  FOREIGN KEY (org_id, workshop_id) REFERENCES workshop (org_id, id)
) STRICT;
