-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- What was found when a provider's statement was compared with the books; somebody looks at what differs.
CREATE TABLE reconciliation (
  id          VARCHAR(36) PRIMARY KEY,
  provider    VARCHAR(40) NOT NULL,
  from_at     TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  to_at       TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  compared_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  status      VARCHAR(20) NOT NULL,
  movements   INTEGER NOT NULL,
  charges     INTEGER NOT NULL,
  found       INTEGER NOT NULL,
  seen_at     TIMESTAMP(3) WITH TIME ZONE
);
-- What differed, as JSON, as the API shows it; of very many differences the first.
CREATE TABLE reconciliation_detail (
  reconciliation_id VARCHAR(36) PRIMARY KEY REFERENCES reconciliation,
  differences       VARCHAR(1000000) NOT NULL
);
CREATE INDEX reconciliation_by_time ON reconciliation (compared_at, id);
CREATE INDEX reconciliation_by_period ON reconciliation (provider, to_at);

-- The receipts, in upper case, of movements that a statement has had.
CREATE TABLE stated_receipt (
  provider VARCHAR(40) NOT NULL,
  receipt  VARCHAR(100) NOT NULL,
  PRIMARY KEY (provider, receipt)
);
CREATE INDEX money_order_by_begin ON money_order (provider, created_at);
CREATE INDEX money_order_by_end ON money_order (provider, ended_at);
