-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- The number that a report names, as a keyed digest, for as long as its message is not known and may still be found.
ALTER TABLE delivery_report ADD COLUMN phone VARCHAR(32);
CREATE INDEX delivery_report_by_phone ON delivery_report (phone);

-- When the answer to a call was lost last. It stays when the message is sent again: a late report may be of that call.
ALTER TABLE outbound_message ADD COLUMN lost_at TIMESTAMP(3) WITH TIME ZONE;
UPDATE outbound_message SET lost_at = accepted_at WHERE status = 'UNKNOWN' AND gateway_id IS NULL;
