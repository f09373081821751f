-- So many more assessments beside those of the example, in a SQLite file:
--
--   sed s/:many/100000/ fill.sql | sqlite3 FILE
--
-- Each is a small one after the pattern of the larger of the example's: a
-- subject, two priorities, the same frameworks, four findings with marks,
-- answers, a conflict and an action to every tenth. Their keys are fill and
-- nine digits. On PostgreSQL: `vagval copy` from such a file.

PRAGMA journal_mode = WAL;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -200000;
BEGIN;

CREATE TEMP TABLE base AS
SELECT (SELECT max(id) FROM subject) + 1    AS subject,
       (SELECT max(id) FROM priority) + 1   AS priority,
       (SELECT max(id) FROM wording) + 1    AS wording,
       (SELECT max(id) FROM finding) + 1    AS finding,
       (SELECT max(id) FROM assessment) + 1 AS assessment,
       (SELECT max(id) FROM conflict) + 1   AS conflict,
       a.id AS model, a.org_id AS org, a.subject_id AS model_subject,
       a.changed_at AS at
  FROM assessment a
 WHERE a.id = (SELECT assessment_id FROM finding GROUP BY assessment_id
                ORDER BY count(*) DESC LIMIT 1);

CREATE TEMP TABLE n AS
WITH RECURSIVE every (i) AS (
  SELECT 0 UNION ALL SELECT i + 1 FROM every WHERE i + 1 < :many)
SELECT i, CASE i % 7 WHEN 0 THEN 'Kulturplan' WHEN 1 THEN 'Trafikprogram'
     WHEN 2 THEN 'Vattenplan' WHEN 3 THEN 'Näringslivsstrategi'
     WHEN 4 THEN 'Folkhälsoplan' WHEN 5 THEN 'Bredbandsprogram'
     ELSE 'Kompetensplan' END || ' ' || (2000 + i % 40) || ', del ' || i
     AS title FROM every;

-- The two priorities of the model that have most findings.
CREATE TEMP TABLE p AS
SELECT row_number() OVER (ORDER BY count(*) DESC, priority_id) - 1 AS j,
       priority_id AS id
  FROM finding, base WHERE assessment_id = model
 GROUP BY priority_id ORDER BY count(*) DESC, priority_id LIMIT 2;

-- Two findings of each.
CREATE TEMP TABLE f AS
SELECT row_number() OVER (ORDER BY id) - 1 AS k, id, j FROM (
  SELECT finding.id, p.j, row_number() OVER (PARTITION BY p.j
         ORDER BY finding.id) AS nth
    FROM finding JOIN p ON p.id = finding.priority_id, base
   WHERE assessment_id = model AND removed_at IS NULL)
 WHERE nth <= 2;

INSERT INTO subject (id, org_id, key, kind, title, sort_key, description,
                     phase, decided_by, decided_on, unit, place, made_at)
SELECT subject + i, org_id, printf('subj%09d', i), kind, n.title, n.title,
       description, phase, decided_by, decided_on, unit, place, made_at
  FROM subject, base, n WHERE subject.id = model_subject;

INSERT INTO registry_no (org_id, subject_id, no, number)
SELECT org, subject + i, 1, 'RUN/' || i || '/2025' FROM base, n;

INSERT INTO priority (id, org_id, subject_id, no, position)
SELECT priority + 2 * i + j, org, subject + i, j + 1, j + 1 FROM base, n, p;

INSERT INTO wording (id, org_id, priority_id, no, title, text, serves, at,
                     person)
SELECT wording + 2 * i + j, org_id, priority + 2 * i + j, 1, w.title, text,
       serves, w.at, person
  FROM base, n, p JOIN wording w ON w.priority_id = p.id AND w.no = 1;

INSERT INTO assessment (id, org_id, key, subject_id, method_id, depth, judged,
                        state, edition, reason, baseline, outside,
                        carried_out, client, lead, made_at, changed_at)
SELECT assessment + i, org_id, printf('fill%09d', i), subject + i, method_id,
       depth, judged, CASE WHEN i % 4 = 0 THEN 1 ELSE 2 END, 1, reason,
       baseline, outside, carried_out, client, CASE WHEN i % 50 = 0 THEN 1
       ELSE 0 END, made_at, base.at - 60000 - i * 1000
  FROM assessment, base, n WHERE assessment.id = model;

INSERT INTO used_framework (org_id, assessment_id, framework_id, position)
SELECT org_id, assessment + i, framework_id, position
  FROM n, base, used_framework WHERE assessment_id = model;

INSERT INTO scope_priority (org_id, assessment_id, priority_id, wording_id)
SELECT org, assessment + i, priority + 2 * i + j, wording + 2 * i + j
  FROM n, base, p;

INSERT INTO relevance (org_id, assessment_id, priority_id, goal_id)
SELECT org_id, assessment + i, priority + 2 * i + j, goal_id
  FROM n, base, p JOIN relevance r ON r.priority_id = p.id
 WHERE r.assessment_id = model AND r.id % 3 = 0;

INSERT INTO answer (org_id, assessment_id, priority, means, value, note, at,
                    person)
SELECT org_id, assessment + i, 0, means, value, note, answer.at, person
  FROM n, base, answer WHERE assessment_id = model AND answer.priority = 0;

INSERT INTO finding (id, org_id, assessment_id, no, priority_id, wording_id,
                     kind, sentence, short, rationale, term, certainty,
                     places, source, written_by, dissent, handled,
                     handled_why, at, person)
SELECT finding + 4 * i + k, org_id, assessment + i, k + 1,
       priority + 2 * i + j, wording + 2 * i + j, kind, sentence, short,
       rationale, term, certainty, places, source, written_by, dissent,
       handled, handled_why, finding.at, person
  FROM n, base, f JOIN finding ON finding.id = f.id;

INSERT INTO mark (org_id, assessment_id, finding_id, goal_id, direction,
                  directness)
SELECT org_id, assessment + i, finding + 4 * i + k, goal_id, direction,
       directness
  FROM n, base, f JOIN mark ON mark.finding_id = f.id;

INSERT INTO finding_group (org_id, assessment_id, finding_id, combination,
                           group_id)
SELECT org_id, assessment + i, finding + 4 * i + k, combination, group_id
  FROM n, base, f JOIN finding_group x ON x.finding_id = f.id;

INSERT INTO counter (org_id, assessment_id, kind, last)
SELECT org, assessment + i, 'finding', 4 FROM n, base;

INSERT INTO event (org_id, at, person, kind, object, verb)
SELECT org, base.at, 1, 'assessment', assessment + i, 'note' FROM n, base;

INSERT INTO conflict (id, org_id, assessment_id, no, sign, kind, title,
                      what_happens, state, question, decider, due)
SELECT base.conflict + i / 10, org_id, assessment + i, 1, sign, kind, c.title,
       what_happens, 1 + i % 5, question, decider, c.due + i % 900
  FROM n, base, conflict c
 WHERE i % 10 = 0 AND c.id = (SELECT min(id) FROM conflict);

INSERT INTO action (org_id, assessment_id, no, title, text, purpose,
                    responsible, due, state)
SELECT org_id, assessment + i, 1, t.title, text, purpose, responsible,
       t.due + i % 900, state
  FROM n, base, action t
 WHERE i % 10 = 0 AND t.id = (SELECT min(id) FROM action);

COMMIT;
PRAGMA wal_checkpoint(TRUNCATE);
