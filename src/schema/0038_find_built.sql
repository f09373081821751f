-- What the index of an organisation was made by (FIND_BUILT); 0: by a program
-- that did not say. What was made by less than today's is built anew.
ALTER TABLE find_state ADD COLUMN built INTEGER NOT NULL DEFAULT 0;
