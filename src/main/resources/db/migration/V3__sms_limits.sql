-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- In E.164 form; null where the sender is a word.
ALTER TABLE inbound_message ADD COLUMN sender_phone VARCHAR(16);
UPDATE inbound_message SET sender_phone = sender WHERE sender LIKE '+%' AND CHAR_LENGTH(sender) <= 16;
CREATE INDEX inbound_message_by_sender ON inbound_message (sender_phone, received_at);

CREATE INDEX outbound_message_accepted ON outbound_message (accepted_at);
CREATE INDEX outbound_message_accepted_by_phone ON outbound_message (phone, accepted_at);
CREATE INDEX outbound_message_waiting ON outbound_message (phone, status, created_at);
