-- What shall be done because of what was found.

CREATE TABLE action (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  assessment_id INTEGER NOT NULL,
  no          INTEGER NOT NULL,         -- A1, A2 …
  title       TEXT    NOT NULL,
  text        TEXT    NOT NULL DEFAULT '',
  purpose     INTEGER NOT NULL,         -- enum action_purpose
  responsible TEXT    NOT NULL DEFAULT '',  -- function, not a person
  other_org   TEXT    NOT NULL DEFAULT '',  -- föreslagen till
  accepted_on INTEGER,                  -- day somebody there accepted it
  due         INTEGER,                  -- day
  resource    TEXT    NOT NULL DEFAULT '',
  indicator   TEXT    NOT NULL DEFAULT '',
  state       INTEGER NOT NULL DEFAULT 1,   -- enum action_state
  progress    TEXT    NOT NULL DEFAULT '',
  effect      TEXT    NOT NULL DEFAULT '',
  dropped_why TEXT    NOT NULL DEFAULT '',
  removed_at  INTEGER,
  version     INTEGER NOT NULL DEFAULT 1,
  UNIQUE (org_id, id),
  UNIQUE (org_id, assessment_id, no),
  FOREIGN KEY (org_id, assessment_id) REFERENCES assessment (org_id, id)
) STRICT;
CREATE INDEX action_due ON action (org_id, due);

-- What it comes out of: one of the three. Missing actors and gaps are
-- actor links and findings.
CREATE TABLE action_source (
  id          INTEGER PRIMARY KEY,
  org_id      INTEGER NOT NULL,
  action_id   INTEGER NOT NULL,
  finding_id  INTEGER,
  conflict_id INTEGER,
  actor_link_id INTEGER,
  UNIQUE (org_id, id),
  FOREIGN KEY (org_id, action_id) REFERENCES action (org_id, id),
  FOREIGN KEY (org_id, finding_id) REFERENCES finding (org_id, id),
  FOREIGN KEY (org_id, conflict_id) REFERENCES conflict (org_id, id),
  FOREIGN KEY (org_id, actor_link_id) REFERENCES actor_link (org_id, id)
) STRICT;
CREATE INDEX action_source_action ON action_source (org_id, action_id);
CREATE INDEX action_source_finding ON action_source (org_id, finding_id);
