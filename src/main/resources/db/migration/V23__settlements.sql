-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- What people agree on is also what became of an order: a digest of all that they say of it.
ALTER TABLE payment_approval ALTER COLUMN kind SET DATA TYPE VARCHAR(80);
