-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- What providers of mobile money are told to do, and how far each is.
CREATE TABLE money_order (
  id                 VARCHAR(36) PRIMARY KEY,
  direction          VARCHAR(20) NOT NULL,
  provider           VARCHAR(40) NOT NULL,
  contract_id        VARCHAR(24) NOT NULL REFERENCES contract,
  phone              VARCHAR(16),
  amount             BIGINT NOT NULL CHECK (amount > 0),
  currency           VARCHAR(3) NOT NULL,
  state              VARCHAR(20) NOT NULL,
  created_at         TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- When it is to be told or asked for next; of one that a server has taken, until when it is that server's.
  next_at            TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  called_at          TIMESTAMP(3) WITH TIME ZONE,
  attempts           INTEGER NOT NULL,
  questions          INTEGER NOT NULL,
  provider_reference VARCHAR(200),
  -- No two movements have the same.
  receipt            VARCHAR(100) UNIQUE,
  -- The receipt by a notice; it counts when the provider says, on being asked, that the money has moved.
  told_receipt       VARCHAR(100),
  failure            VARCHAR(300),
  ended_at           TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX money_order_by_turn ON money_order (state, next_at);
CREATE INDEX money_order_by_reference ON money_order (provider_reference);
CREATE INDEX money_order_by_contract ON money_order (contract_id);

-- What a buyer pays; amounts in minor units.
CREATE TABLE payment (
  id               VARCHAR(36) PRIMARY KEY,
  order_id         VARCHAR(36) NOT NULL UNIQUE REFERENCES money_order,
  contract_id      VARCHAR(24) NOT NULL REFERENCES contract,
  contract_version INTEGER NOT NULL,
  phone            VARCHAR(16),
  amount           BIGINT NOT NULL CHECK (amount > 0),
  currency         VARCHAR(3) NOT NULL,
  status           VARCHAR(20) NOT NULL,
  review_cause     VARCHAR(20),
  reason           VARCHAR(300),
  created_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  held_at          TIMESTAMP(3) WITH TIME ZONE,
  updated_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX payment_by_contract ON payment (contract_id);
CREATE INDEX payment_by_status ON payment (status, held_at);

-- What goes out of a payment again: to the seller, or back to the buyer.
CREATE TABLE payout (
  id          VARCHAR(36) PRIMARY KEY,
  payment_id  VARCHAR(36) NOT NULL REFERENCES payment,
  order_id    VARCHAR(36) UNIQUE REFERENCES money_order,
  contract_id VARCHAR(24) NOT NULL REFERENCES contract,
  kind        VARCHAR(20) NOT NULL,
  amount      BIGINT NOT NULL CHECK (amount > 0),
  currency    VARCHAR(3) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  created_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  due_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  -- Since when it could have gone, were it not for a look at its numbers that gets no answer.
  doubted_at  TIMESTAMP(3) WITH TIME ZONE,
  reason      VARCHAR(300),
  ended_at    TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX payout_by_turn ON payout (state, due_at);
CREATE INDEX payout_by_payment ON payout (payment_id);
CREATE INDEX payout_by_contract ON payout (contract_id);

-- Two for each movement of money: the first of the account that gives, the second of the one that gets; in minor
-- units. Insert only.
CREATE SEQUENCE ledger_entry_id START WITH 50 INCREMENT BY 50;
CREATE TABLE ledger_entry (
  id          BIGINT PRIMARY KEY,
  movement    VARCHAR(80) NOT NULL,
  place       SMALLINT NOT NULL,
  contract_id VARCHAR(24) NOT NULL REFERENCES contract,
  account     VARCHAR(20) NOT NULL,
  currency    VARCHAR(3) NOT NULL,
  amount      BIGINT NOT NULL,
  recorded_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  UNIQUE (movement, place),
  CHECK ((place = 1 AND amount < 0) OR (place = 2 AND amount > 0))
);
CREATE INDEX ledger_entry_by_contract ON ledger_entry (contract_id, currency, account);

-- Who has agreed to a release or a refund that needs two people.
CREATE TABLE payment_approval (
  payment_id  VARCHAR(36) NOT NULL REFERENCES payment,
  kind        VARCHAR(20) NOT NULL,
  person      VARCHAR(80) NOT NULL,
  reason      VARCHAR(1000),
  approved_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (payment_id, kind, person)
);

-- The ends of the addresses that providers send notices to, as hashes.
CREATE TABLE payment_callback (
  token_hash  VARCHAR(64) PRIMARY KEY,
  order_id    VARCHAR(36) NOT NULL REFERENCES money_order,
  is_question BOOLEAN NOT NULL,
  made_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- What providers, or others, have told. The id is a digest of address and words, so that a repeat is none.
CREATE TABLE payment_notice (
  id          VARCHAR(64) PRIMARY KEY,
  order_id    VARCHAR(36) REFERENCES money_order,
  provider    VARCHAR(40) NOT NULL,
  words       VARCHAR(20000),
  is_question BOOLEAN NOT NULL,
  -- Whether it came to an address that only the provider of this order was told.
  at_own_address BOOLEAN NOT NULL,
  verdict     VARCHAR(20) NOT NULL,
  received_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX payment_notice_by_order ON payment_notice (order_id, verdict);
CREATE INDEX payment_notice_by_verdict ON payment_notice (verdict);

-- Answers that a repeat of the same request gets again; status and answer are missing while it is worked on.
CREATE TABLE idempotent_request (
  caller    VARCHAR(80) NOT NULL,
  route     VARCHAR(80) NOT NULL,
  key_hash  VARCHAR(64) NOT NULL,
  body_hash VARCHAR(64) NOT NULL,
  begun_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  status    INTEGER,
  answer    VARCHAR(4000),
  PRIMARY KEY (caller, route, key_hash)
);
CREATE INDEX idempotent_request_by_begin ON idempotent_request (begun_at);

-- The phones of the simulated provider: what waits for a PIN, and what was paid out.
CREATE TABLE simulated_prompt (
  order_id    VARCHAR(36) PRIMARY KEY,
  kind        VARCHAR(20) NOT NULL,
  contract_id VARCHAR(24) NOT NULL,
  phone       VARCHAR(16),
  amount      BIGINT NOT NULL,
  currency    VARCHAR(3) NOT NULL,
  state       VARCHAR(20) NOT NULL,
  callback    VARCHAR(400),
  receipt     VARCHAR(100),
  created_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  answered_at TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX simulated_prompt_by_phone ON simulated_prompt (phone, state);
CREATE INDEX simulated_prompt_by_state ON simulated_prompt (state, created_at);

-- The days (UTC) whose movements were compared with what a provider says of them by itself.
CREATE TABLE reconciled_day (
  provider      VARCHAR(40) NOT NULL,
  reconciled_on VARCHAR(10) NOT NULL,
  PRIMARY KEY (provider, reconciled_on)
);

-- How much of the price the seller gets where a dispute is decided by dividing it.
ALTER TABLE dispute ADD COLUMN seller_amount NUMERIC(27, 12);
