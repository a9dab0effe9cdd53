-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Calls of the USSD code, kept for a day. The gateway's ids and the callers' numbers stand here as keyed digests.
CREATE TABLE ussd_session (
  id         VARCHAR(32) PRIMARY KEY,
  phone      VARCHAR(32) NOT NULL,
  opened_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  touched_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  ended_at   TIMESTAMP(3) WITH TIME ZONE,
  end_status VARCHAR(40)
);
CREATE INDEX ussd_session_by_phone ON ussd_session (phone, touched_at);
CREATE INDEX ussd_session_by_opening ON ussd_session (opened_at);

-- What a session has shown, one after the other, and after which inputs: the length of all of them, as the gateway
-- joins them, and a keyed digest.
CREATE TABLE ussd_step (
  session_id   VARCHAR(32) NOT NULL REFERENCES ussd_session ON DELETE CASCADE,
  position     INTEGER NOT NULL,
  typed_length INTEGER NOT NULL,
  typed        VARCHAR(32) NOT NULL,
  place        VARCHAR(20) NOT NULL,
  contract_id  VARCHAR(24),
  number       INTEGER NOT NULL,
  act          VARCHAR(20),
  -- What stands behind each digit, and the two digits that were asked for.
  offers       VARCHAR(1000) NOT NULL,
  code         VARCHAR(2),
  screen       VARCHAR(200),
  PRIMARY KEY (session_id, position)
);
CREATE INDEX ussd_step_by_contract ON ussd_step (contract_id);
