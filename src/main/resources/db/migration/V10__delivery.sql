-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

CREATE SEQUENCE delivery_id START WITH 50 INCREMENT BY 50;

-- What a seller claims to have delivered; numbered from 1 on for each contract.
CREATE TABLE delivery (
  id             BIGINT PRIMARY KEY,
  contract_id    VARCHAR(24) NOT NULL REFERENCES contract,
  number         INTEGER NOT NULL,
  quantity       NUMERIC(27, 12),
  is_last        BOOLEAN NOT NULL,
  note           VARCHAR(1000),
  claimed_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- When the buyer was told, and from when on silence is acceptance.
  notice_sent_at TIMESTAMP(3) WITH TIME ZONE,
  accept_until   TIMESTAMP(3) WITH TIME ZONE,
  accepted_at    TIMESTAMP(3) WITH TIME ZONE,
  silently       BOOLEAN NOT NULL,
  UNIQUE (contract_id, number)
);
CREATE INDEX delivery_by_silence ON delivery (accept_until, accepted_at);

CREATE SEQUENCE dispute_id START WITH 50 INCREMENT BY 50;

CREATE TABLE dispute (
  id          BIGINT PRIMARY KEY,
  contract_id VARCHAR(24) NOT NULL UNIQUE REFERENCES contract,
  raised_by   VARCHAR(20) NOT NULL,
  reason      VARCHAR(1000),
  raised_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  outcome     VARCHAR(20),
  decided_by  VARCHAR(20),
  grounds     VARCHAR(1000),
  resolved_at TIMESTAMP(3) WITH TIME ZONE
);

-- A party states more than one delivery of a version. The constraint that forbids it has a name of its own on each
-- database, so the table is made anew. Insert only.
ALTER TABLE signed_statement RENAME TO signed_statement_before;
CREATE TABLE signed_statement (
  id               BIGINT PRIMARY KEY,
  contract_id      VARCHAR(24) NOT NULL,
  version          INTEGER NOT NULL,
  party_commitment VARCHAR(64) NOT NULL,
  type             VARCHAR(20) NOT NULL,
  -- The number of a delivery, 0 where it is about none.
  claim            INTEGER NOT NULL,
  statement        BYTEA NOT NULL,
  signature        BYTEA NOT NULL,
  algorithm        VARCHAR(20) NOT NULL,
  key_id           VARCHAR(64) NOT NULL REFERENCES published_key,
  received_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  UNIQUE (contract_id, version, party_commitment, type, claim)
);
INSERT INTO signed_statement (id, contract_id, version, party_commitment, type, claim, statement, signature, algorithm,
    key_id, received_at)
  SELECT id, contract_id, version, party_commitment, type, 0, statement, signature, algorithm, key_id, received_at
  FROM signed_statement_before;
DROP TABLE signed_statement_before;
