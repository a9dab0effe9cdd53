-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- When a party that has not answered is reminded next; empty where it is not to be reminded.
ALTER TABLE party ADD COLUMN remind_at TIMESTAMP(3) WITH TIME ZONE;
CREATE INDEX party_by_remind_at ON party (remind_at);
