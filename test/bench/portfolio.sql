-- A whole portfolio beside the example's assessments, in either engine: so many
-- assessments with 15 findings and 30 marks each, 8 actors of 500, places in 8
-- municipalities of 200 places, programmes of some 50 each, conflicts, gaps,
-- positions and actions with days and functions; what is finished with the day
-- it was, and a meeting that eight have said something of; reviews and
-- questions to look deeper at with days, and a tenth under revision.
--
--   sed "s/:many/100000/g; s/:nothing/x''/" portfolio.sql | sqlite3 -bail FILE
--   sed "s/:many/100000/g; s/:nothing/''/" portfolio.sql |
--           psql -q -v ON_ERROR_STOP=1 URL
--
-- Everything follows from numbers, so it is the same each time. Ids are given;
-- on PostgreSQL the counters are set afterwards (portfolio.sh).

BEGIN;

CREATE TEMP TABLE n AS
SELECT CAST(value AS BIGINT) AS i FROM generate_series(0, :many - 1) AS value;

CREATE TEMP TABLE k15 AS
SELECT CAST(value AS BIGINT) AS k FROM generate_series(0, 14) AS value;
CREATE TEMP TABLE k2 AS
SELECT CAST(value AS BIGINT) AS k FROM generate_series(0, 1) AS value;
CREATE TEMP TABLE k8 AS
SELECT CAST(value AS BIGINT) AS k FROM generate_series(0, 7) AS value;

CREATE TEMP TABLE base AS
SELECT (SELECT max(id) FROM subject) + 1    AS subject,
       (SELECT max(id) FROM priority) + 1   AS priority,
       (SELECT max(id) FROM wording) + 1    AS wording,
       (SELECT max(id) FROM finding) + 1    AS finding,
       (SELECT max(id) FROM assessment) + 1 AS assessment,
       (SELECT max(id) FROM conflict) + 1   AS conflict,
       (SELECT max(id) FROM side) + 1       AS side,
       (SELECT max(id) FROM action) + 1     AS action,
       (SELECT max(id) FROM actor) + 1      AS actor,
       a.id AS model, a.org_id AS org, a.method_id AS method,
       a.changed_at AS at, a.changed_at / 86400000 AS day
  FROM assessment a
 WHERE a.id = (SELECT assessment_id FROM finding GROUP BY assessment_id
                ORDER BY count(*) DESC LIMIT 1);

-- 52 goals: 17 of one framework and 35 of others.
CREATE TEMP TABLE g AS
SELECT row_number() OVER (ORDER BY goal.framework_id, goal.id) - 1 AS k,
       goal.id
  FROM goal, base
 WHERE goal.framework_id IN (SELECT framework_id FROM used_framework
        WHERE assessment_id = base.model)
 ORDER BY goal.framework_id, goal.id LIMIT 52;
CREATE TEMP TABLE goals AS SELECT count(*) AS n FROM g;

INSERT INTO actor (id, org_id, key, name, sort_key, kind)
SELECT actor + i, org, 'act' || (1000000 + i), 'Aktör ' || i,
       'aktor ' || (1000000 + i), 1 + i % 7
  FROM base, n WHERE i < 500;

INSERT INTO subject (id, org_id, key, kind, title, sort_key, description,
                     phase, decided_by, decided_on, unit, place, made_at,
                     belongs_to)
SELECT subject + i, org, 's' || (100000000 + i), 1 + i % 8,
       CASE WHEN i % 50 = 0 THEN 'Program ' || (i / 50)
            ELSE CASE i % 7 WHEN 0 THEN 'Kulturplan'
                 WHEN 1 THEN 'Trafikprogram' WHEN 2 THEN 'Vattenplan'
                 WHEN 3 THEN 'Näringslivsstrategi'
                 WHEN 4 THEN 'Folkhälsoplan' WHEN 5 THEN 'Bredbandsprogram'
                 ELSE 'Kompetensplan' END || ' ' || i END,
       'x' || (100000000 + i), 'Gäller service, resor och arbete.',
       i % 6, 'Regionala utvecklingsnämnden (RUN)', day - i % 3000,
       'Enhet ' || ((i * 7) % 40),
       'Kommun ' || (i % 8) || ', ort ' || ((i / 8) % 200),
       at - (i % 3000) * 86400000,
       CASE WHEN i % 50 <> 0 AND i % 3 <> 0 THEN
            'Program ' || ((i * 31) % (:many / 50)) ELSE '' END
  FROM base, n;

INSERT INTO priority (id, org_id, subject_id, no, position)
SELECT priority + 2 * i + k, org, subject + i, k + 1, k + 1 FROM base, n, k2;

INSERT INTO wording (id, org_id, priority_id, no, title, at, person)
SELECT wording + 2 * i + k, org, priority + 2 * i + k, 1,
       CASE k WHEN 0 THEN 'Service nära' ELSE 'Stöd i tid' END, base.at, 1
  FROM base, n, k2;

INSERT INTO assessment (id, org_id, key, subject_id, method_id, depth, state,
                        edition, lead, next_review, made_at, changed_at)
SELECT assessment + i, org, 'p' || (100000000 + i), subject + i, method, 2,
       CASE WHEN i % 4 = 0 THEN 5 WHEN i % 9 = 0 THEN 6 WHEN i % 11 = 0
       THEN 1 ELSE 2 END, 1, CASE WHEN i % 50 = 0 THEN 1 ELSE 0 END,
       CASE WHEN i % 5 = 0 THEN day - 200 + i % 900 END,
       at - (i % 3000) * 86400000, at - 60000 - i * 1000
  FROM base, n;

INSERT INTO used_framework (org_id, assessment_id, framework_id, position)
SELECT org_id, assessment + i, framework_id, position
  FROM n, base, used_framework WHERE assessment_id = model;

INSERT INTO scope_priority (org_id, assessment_id, priority_id, wording_id)
SELECT org, assessment + i, priority + 2 * i + k, wording + 2 * i + k
  FROM n, base, k2;

INSERT INTO relevance (org_id, assessment_id, priority_id, goal_id)
SELECT org, assessment + i, priority + 2 * i + k8.k % 2, g.id
  FROM base, goals, n, k8, g WHERE g.k = (i * 7 + k8.k * 11) % goals.n;

INSERT INTO finding (id, org_id, assessment_id, no, priority_id, wording_id,
                     kind, sentence, rationale, places, handled, handled_why,
                     at, person)
SELECT finding + 15 * i + k, org, assessment + i, k + 1,
       priority + 2 * i + k % 2, wording + 2 * i + k % 2,
       CASE WHEN (i + k) % 20 = 0 THEN 3 ELSE 1 END,
       CASE k % 5 WHEN 0 THEN 'Fler får tillgång till service'
            WHEN 1 THEN 'Bilresorna blir fler' WHEN 2 THEN 'Jobben blir kvar'
            WHEN 3 THEN 'Markerna störs' ELSE 'Vattnet blir renare' END ||
       ' vid ort ' || ((i / 8 + k) % 200) || ', och det märks av grupp ' ||
       ((i * 3 + k) % 97) || '.', 'Det vet vi av mätningar.',
       CASE WHEN k % 5 = 0 THEN 'Kommun ' || (i % 8) || ', ort ' ||
            ((i / 8 + k) % 200) ELSE '' END,
       CASE WHEN k % 3 = 1 THEN 1 ELSE 0 END,
       CASE WHEN k % 3 = 1 THEN 'Det får kvarstå.' ELSE '' END, base.at, 1
  FROM base, n, k15;

INSERT INTO mark (org_id, assessment_id, finding_id, goal_id, direction,
                  directness)
SELECT org, assessment + i, finding + 15 * i + k15.k, g.id,
       CASE WHEN (i + k15.k) % 20 = 0 THEN 0
            WHEN (i * 5 + k15.k * k15.k + k2.k) % 3 = 0 THEN 2 ELSE 1 END,
       CASE WHEN (i + k15.k) % 20 = 0 THEN 0 ELSE 1 + (i + k2.k) % 2 END
  FROM base, goals, n, k15, k2, g
 WHERE g.k = (i * 7 + k15.k * 11 + k2.k * 5) % goals.n;

INSERT INTO gap (org_id, assessment_id, finding_id, owner, due, state)
SELECT org, assessment + i, finding + 15 * i + k,
       CASE WHEN i % 3 = 0 THEN '' ELSE 'Enhet ' || ((i * 7) % 40) END,
       CASE WHEN i % 2 = 0 THEN day - 100 + i % 700 END,
       CASE WHEN i % 4 = 0 THEN 2 ELSE 1 END
  FROM base, n, k15 WHERE (i + k) % 20 = 0;

INSERT INTO actor_link (org_id, assessment_id, no, actor_id, role, influence,
                        interest, present, missing)
SELECT org, assessment + i, k + 1, actor + (i * 13 + k * 61) % 500,
       1 + k % 3, 1 + (i + k) % 3, 1 + (i * 3 + k) % 3, 1 + k % 3,
       CASE WHEN k = 7 THEN 1 ELSE 0 END
  FROM base, n, k8;

INSERT INTO conflict (id, org_id, assessment_id, no, sign, kind, title,
                      what_happens, state, question, decider, due)
SELECT conflict + i / 3, org, assessment + i, 1,
       CASE WHEN i % 15 = 0 THEN 2 ELSE 1 END, 1 + i / 3 % 6,
       'Service i hela länet eller mest service för pengarna ' || i,
       'Båda går inte att få fullt ut.', 1 + i / 3 % 5,
       'Vad ska gå först?', CASE WHEN i % 2 = 0 THEN
       'Regionala utvecklingsnämnden (RUN)' ELSE '' END,
       CASE WHEN i % 4 <> 0 THEN day - 300 + i % 1100 END
  FROM base, n WHERE i % 3 = 0;

INSERT INTO side (id, org_id, conflict_id, no, title)
SELECT side + 2 * (i / 3) + k, org, conflict + i / 3, k + 1,
       CASE k WHEN 0 THEN 'Hela länet' ELSE 'Mest för pengarna' END
  FROM base, n, k2 WHERE i % 3 = 0;

INSERT INTO side_member (org_id, side_id, finding_id)
SELECT org, side + 2 * (i / 3) + k, finding + 15 * i + k
  FROM base, n, k2 WHERE i % 3 = 0;

INSERT INTO position (org_id, assessment_id, no, priority_id, text, decider,
                      due, made, at, person)
SELECT org, assessment + i, 1, priority + 2 * i, 'Vi väljer kusten ' || i,
       'Styrelsen', CASE WHEN i % 8 = 0 THEN day - 50 + i % 400 END,
       CASE WHEN i % 16 = 0 THEN 1 ELSE 0 END, base.at, 1
  FROM base, n WHERE i % 4 = 0;

INSERT INTO action (id, org_id, assessment_id, no, title, purpose,
                    responsible, other_org, due, state)
SELECT action + i, org, assessment + i, 1,
       'Plan för resor och service ' || i, 1 + i % 6,
       'Enhet ' || ((i * 7) % 40),
       CASE WHEN i % 10 = 0 THEN 'Länsstyrelsen' ELSE '' END,
       CASE WHEN i % 6 <> 0 THEN day - 400 + i % 1300 END, 1 + i % 5
  FROM base, n;

INSERT INTO action_source (org_id, action_id, finding_id)
SELECT org, action + i, finding + 15 * i + 1 FROM base, n;

INSERT INTO edition (org_id, assessment_id, number, kind, document, sha256,
                     html, pdf, signed_by, person, at)
SELECT org, assessment + i, 1000 + i, 5, '', '', '',
       :nothing, 'Enhetschef', 1, at - (i % 3000) * 43200000
  FROM base, n WHERE i % 4 = 0 OR i % 9 = 0;

INSERT INTO finding_group (org_id, assessment_id, finding_id, combination,
                           group_id)
SELECT org, assessment + i, finding + 15 * i + k, 1, p.id
  FROM base, n, k2, (SELECT min(id) AS id FROM population_group
                      GROUP BY axis) p
 WHERE i % 4 = 0 AND (i + k + p.id) % 5 = 0;

INSERT INTO workshop (id, org_id, key, assessment_id, no, title, day, starts,
                      minutes, form, template, way, people, steps, state,
                      disposal, made_at, person)
SELECT 1000 + i, org, 'w' || (100000000 + i), assessment + i, 1,
       'Workshop ' || i, day - i % 3000, 540, 180, 1, 1, 1, 30, 2, 6,
       'Gallras efter beslut.', at, 1
  FROM base, n WHERE i % 4 = 0;

INSERT INTO evaluation (org_id, workshop_id, who, worth, pace, heard, minute)
SELECT org, 1000 + i, 'e' || k, (i + k) % 6, (i + k) % 4, (i * 3 + k) % 6, at
  FROM base, n, k8 WHERE i % 4 = 0;

INSERT INTO review (org_id, assessment_id, no, question, due, begun_at,
                    closed_at)
SELECT org, assessment + i, 1, 'Stämmer fynden?', day - 300 + i % 700, at,
       CASE WHEN i % 3 = 0 THEN at END
  FROM base, n WHERE i % 3 < 2;

INSERT INTO assignment (org_id, assessment_id, no, finding_no, question,
                        receiver, due, given_at, given_by, state)
SELECT org, assessment + i, 1, 1, 'Hur långt är det?', 'Enhet ' || (i % 40),
       day - 300 + i % 700, at, 1, 1 + i % 3
  FROM base, n WHERE i % 2 = 0;

UPDATE subject SET phase = 6, phase_at = made_at + 864000000
 WHERE id % 10 = 3 AND key LIKE 's1%';

INSERT INTO counter (org_id, assessment_id, kind, last)
SELECT org, assessment + i, CASE k WHEN 0 THEN 'finding' ELSE 'action' END,
       CASE k WHEN 0 THEN 15 ELSE 1 END
  FROM base, n, k2;
INSERT INTO counter (org_id, assessment_id, kind, last)
SELECT org, assessment + i, 'conflict', 1 FROM base, n WHERE i % 3 = 0;

INSERT INTO event (org_id, at, person, kind, object, verb)
SELECT org, base.at, 1, 'assessment', assessment + i, 'note' FROM base, n;

COMMIT;
