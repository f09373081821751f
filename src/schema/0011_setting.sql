-- What the installation decided once and keeps: belongs to no organisation.

CREATE TABLE setting (
  id        INTEGER PRIMARY KEY,
  name      TEXT    NOT NULL UNIQUE,
  value     TEXT    NOT NULL
) STRICT;
