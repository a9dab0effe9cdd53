-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- When somebody had looked at a notice that does not fit.
ALTER TABLE payment_notice ADD COLUMN seen_at TIMESTAMP(3) WITH TIME ZONE;
DROP INDEX payment_notice_by_verdict;
CREATE INDEX payment_notice_by_verdict ON payment_notice (verdict, received_at);
