-- Of PostgreSQL alone: the counters follow the ids that were given, and the
-- planner knows what there is.
DO $$
DECLARE one record;
BEGIN
  FOR one IN SELECT table_name FROM information_schema.columns
              WHERE table_schema = 'public' AND column_name = 'id'
                AND is_identity = 'YES'
  LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, ''id''),'
                   ' (SELECT coalesce(max(id), 0) + 1 FROM %I), false)',
                   one.table_name, one.table_name);
  END LOOP;
END $$;
VACUUM ANALYZE;
