-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- How often people have found that the money of a payment had gone back to the buyer by the provider.
ALTER TABLE payment ADD COLUMN corrections INTEGER DEFAULT 0 NOT NULL;

-- Who used a key may be named otherwise now, and one person would count as two. It is to be said again.
DELETE FROM payment_approval WHERE person LIKE 'key:%';
