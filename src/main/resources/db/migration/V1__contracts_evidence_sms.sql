-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

CREATE SEQUENCE contract_number START WITH 1;

CREATE TABLE contract (
  id            VARCHAR(24) PRIMARY KEY,
  type          VARCHAR(20) NOT NULL,
  status        VARCHAR(20) NOT NULL,
  version       INTEGER NOT NULL,
  created_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  expires_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  updated_at    TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  confirmed_at  TIMESTAMP(3) WITH TIME ZONE,
  cancel_reason VARCHAR(1000),
  revision      BIGINT NOT NULL
);
CREATE INDEX contract_by_time ON contract (created_at DESC, id DESC);
CREATE INDEX contract_by_status ON contract (status, created_at DESC, id DESC);
CREATE INDEX contract_by_type ON contract (type, created_at DESC, id DESC);
CREATE INDEX contract_by_expiry ON contract (status, expires_at);

-- Insert only.
CREATE TABLE contract_version (
  contract_id    VARCHAR(24) NOT NULL REFERENCES contract,
  number         INTEGER NOT NULL,
  created_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  expires_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  total_amount   NUMERIC(19, 4),
  currency       VARCHAR(3) NOT NULL,
  terms          VARCHAR(1000000) NOT NULL,
  canonical      BYTEA NOT NULL,
  hash           VARCHAR(64) NOT NULL,
  hash_algorithm VARCHAR(20) NOT NULL,
  PRIMARY KEY (contract_id, number)
);

CREATE SEQUENCE party_id START WITH 50 INCREMENT BY 50;

CREATE TABLE party (
  id             BIGINT PRIMARY KEY,
  contract_id    VARCHAR(24) NOT NULL REFERENCES contract,
  position       INTEGER NOT NULL,
  role           VARCHAR(20) NOT NULL,
  name           VARCHAR(400),
  phone          VARCHAR(16) NOT NULL,
  commitment_key BYTEA NOT NULL,
  commitment     VARCHAR(64) NOT NULL,
  confirmation   VARCHAR(20) NOT NULL,
  answered_at    TIMESTAMP(3) WITH TIME ZONE,
  UNIQUE (contract_id, position),
  UNIQUE (contract_id, phone)
);
CREATE INDEX party_by_phone ON party (phone, contract_id);

CREATE TABLE transcript (
  contract_id    VARCHAR(24) PRIMARY KEY REFERENCES contract,
  words          VARCHAR(100000) NOT NULL,
  commitment_key BYTEA NOT NULL,
  commitment     VARCHAR(64) NOT NULL
);

-- Insert only.
CREATE TABLE published_key (
  key_id          VARCHAR(64) PRIMARY KEY,
  algorithm       VARCHAR(20) NOT NULL,
  public_jwk      VARCHAR(4000) NOT NULL,
  public_key_info BYTEA NOT NULL,
  first_used_at   TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE SEQUENCE signed_statement_id START WITH 50 INCREMENT BY 50;

-- Insert only.
CREATE TABLE signed_statement (
  id               BIGINT PRIMARY KEY,
  contract_id      VARCHAR(24) NOT NULL,
  version          INTEGER NOT NULL,
  party_commitment VARCHAR(64) NOT NULL,
  type             VARCHAR(20) NOT NULL,
  statement        BYTEA NOT NULL,
  signature        BYTEA NOT NULL,
  algorithm        VARCHAR(20) NOT NULL,
  key_id           VARCHAR(64) NOT NULL REFERENCES published_key,
  received_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  UNIQUE (contract_id, version, party_commitment, type)
);

CREATE SEQUENCE audit_entry_id START WITH 50 INCREMENT BY 50;

-- Insert only.
CREATE TABLE audit_entry (
  id          BIGINT PRIMARY KEY,
  recorded_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  actor       VARCHAR(80) NOT NULL,
  channel     VARCHAR(20) NOT NULL,
  assurance   VARCHAR(20),
  action      VARCHAR(40) NOT NULL,
  subject     VARCHAR(80) NOT NULL,
  data        VARCHAR(4000) NOT NULL
);
CREATE INDEX audit_entry_by_subject ON audit_entry (subject, id);

CREATE SEQUENCE inbound_message_id START WITH 50 INCREMENT BY 50;

CREATE TABLE inbound_message (
  id          BIGINT PRIMARY KEY,
  gateway_id  VARCHAR(200) UNIQUE,
  sender      VARCHAR(200) NOT NULL,
  recipient   VARCHAR(200),
  text        VARCHAR(2000) NOT NULL,
  link_id     VARCHAR(200),
  sent_at     TIMESTAMP(3) WITH TIME ZONE,
  received_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

CREATE SEQUENCE outbound_message_id START WITH 50 INCREMENT BY 50;

CREATE TABLE outbound_message (
  id               BIGINT PRIMARY KEY,
  phone            VARCHAR(16) NOT NULL,
  text             VARCHAR(2000) NOT NULL,
  kind             VARCHAR(20) NOT NULL,
  contract_id      VARCHAR(24),
  contract_version INTEGER,
  status           VARCHAR(20) NOT NULL,
  attempts         INTEGER NOT NULL,
  created_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  next_attempt_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  accepted_at      TIMESTAMP(3) WITH TIME ZONE,
  gateway_id       VARCHAR(200),
  failure          VARCHAR(200)
);
CREATE INDEX outbound_message_due ON outbound_message (status, next_attempt_at);
CREATE INDEX outbound_message_by_phone ON outbound_message (phone, created_at);
