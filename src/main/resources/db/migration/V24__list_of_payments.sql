-- The list of all payments, the newest first, also of one status.
CREATE INDEX payment_by_time ON payment (created_at, id);
CREATE INDEX payment_by_status_and_time ON payment (status, created_at, id);
