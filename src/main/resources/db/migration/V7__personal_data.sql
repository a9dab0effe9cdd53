-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Codes and counts of tries know a number by a keyed hash alone. Those that are there live for an hour at most; they
-- end now.
DELETE FROM attempt;
DELETE FROM one_time_code;
DROP INDEX one_time_code_by_phone;
ALTER TABLE one_time_code DROP COLUMN phone;
ALTER TABLE one_time_code ADD COLUMN recipient VARCHAR(64) NOT NULL;
CREATE INDEX one_time_code_by_recipient ON one_time_code (recipient, purpose, id);

-- The contract that a message named or meant.
ALTER TABLE inbound_message ADD COLUMN contract_id VARCHAR(24);
CREATE INDEX inbound_message_by_contract ON inbound_message (contract_id);

-- What is blank once personal data was erased.
ALTER TABLE contract ADD COLUMN personal_data_erased_at TIMESTAMP(3) WITH TIME ZONE;
ALTER TABLE party ALTER COLUMN phone DROP NOT NULL;
ALTER TABLE party ALTER COLUMN commitment_key DROP NOT NULL;
ALTER TABLE transcript ALTER COLUMN words DROP NOT NULL;
ALTER TABLE transcript ALTER COLUMN commitment_key DROP NOT NULL;
ALTER TABLE inbound_message ALTER COLUMN sender DROP NOT NULL;
ALTER TABLE inbound_message ALTER COLUMN text DROP NOT NULL;
ALTER TABLE outbound_message ALTER COLUMN phone DROP NOT NULL;
ALTER TABLE outbound_message ALTER COLUMN text DROP NOT NULL;
CREATE INDEX outbound_message_by_contract ON outbound_message (contract_id);

-- One row, locked by whoever erases: one erasure follows the other.
CREATE TABLE erasure_turn (id INTEGER PRIMARY KEY);
INSERT INTO erasure_turn (id) VALUES (1);
