-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Whether people decided on the payout although the numbers of the one before were in doubt: it is not asked about again.
ALTER TABLE payout ADD COLUMN is_number_accepted BOOLEAN DEFAULT FALSE NOT NULL;
