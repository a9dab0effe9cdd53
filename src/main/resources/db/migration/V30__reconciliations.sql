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
  -- As JSON, as the API shows them; of very many, the first.
  differences VARCHAR(1000000) NOT NULL,
  seen_at     TIMESTAMP(3) WITH TIME ZONE
);
CREATE INDEX reconciliation_by_time ON reconciliation (compared_at, id);
CREATE INDEX reconciliation_by_period ON reconciliation (provider, to_at);

-- The orders whose movement a statement has had.
CREATE TABLE stated_order (
  order_id VARCHAR(36) PRIMARY KEY REFERENCES money_order
);
CREATE INDEX money_order_by_begin ON money_order (provider, created_at);
CREATE INDEX money_order_by_end ON money_order (provider, ended_at);
