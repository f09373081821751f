-- What an answer to a question to look deeper at rests on: one source a line.
ALTER TABLE assignment ADD COLUMN source TEXT NOT NULL DEFAULT '';
