-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- When the gateway was called in the present attempt: a message of a server that died is sent again only without it.
ALTER TABLE outbound_message ADD COLUMN called_at TIMESTAMP(3) WITH TIME ZONE;
ALTER TABLE outbound_message ADD COLUMN delivered_at TIMESTAMP(3) WITH TIME ZONE;
-- A one-time code, encrypted; gone once the message has left.
ALTER TABLE outbound_message ADD COLUMN sealed_code BYTEA;
-- Whether it answers a message of the person.
ALTER TABLE outbound_message ADD COLUMN asked BOOLEAN DEFAULT FALSE NOT NULL;
UPDATE outbound_message SET asked = TRUE WHERE kind = 'ANSWER';
UPDATE outbound_message SET called_at = next_attempt_at WHERE status = 'SENDING';
-- Codes were in clear while they waited; who still needs one asks again.
UPDATE outbound_message SET status = 'FAILED', failure = 'the server was changed before it was sent'
  WHERE kind = 'CODE' AND status IN ('QUEUED', 'SENDING');
UPDATE outbound_message SET text = '[code]' WHERE kind = 'CODE' AND text IS NOT NULL;
CREATE INDEX outbound_message_by_gateway_id ON outbound_message (gateway_id);

-- What the gateway reported of messages. Its ids stand here as keyed digests: those of unknown messages may be anything.
CREATE SEQUENCE delivery_report_id START WITH 50 INCREMENT BY 50;
CREATE TABLE delivery_report (
  id          BIGINT PRIMARY KEY,
  message_id  BIGINT REFERENCES outbound_message,
  gateway_id  VARCHAR(32) NOT NULL,
  status      VARCHAR(40) NOT NULL,
  reason      VARCHAR(40),
  network     VARCHAR(20),
  received_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  UNIQUE (gateway_id, status)
);

-- Numbers, as keyed digests, of people who want nothing but answers to their own messages.
CREATE TABLE sms_opt_out (
  phone VARCHAR(32) PRIMARY KEY,
  since TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
