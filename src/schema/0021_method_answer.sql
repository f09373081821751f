-- An answer to a question that the model does not ask any more, since the model
-- was changed: the words it was asked by, and the label of what was chosen.
ALTER TABLE answer ADD COLUMN asked TEXT NOT NULL DEFAULT '';
ALTER TABLE answer ADD COLUMN label TEXT NOT NULL DEFAULT '';
