-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Which message tells a buyer of a delivery, and whether the contract still has to be told what became of it.
CREATE TABLE claim_notice (
  message_id  BIGINT PRIMARY KEY REFERENCES outbound_message,
  contract_id VARCHAR(20) NOT NULL REFERENCES contract,
  claim       INTEGER NOT NULL,
  -- For how long silence is no acceptance, in seconds, as the message says.
  patience    BIGINT NOT NULL,
  is_open     BOOLEAN NOT NULL,
  is_lost     BOOLEAN NOT NULL
);
CREATE INDEX claim_notice_by_open ON claim_notice (is_open);
