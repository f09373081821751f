-- Why an assessment is where it stands, of moves that ask for it (it rests).
ALTER TABLE assessment ADD COLUMN state_why TEXT NOT NULL DEFAULT '';
