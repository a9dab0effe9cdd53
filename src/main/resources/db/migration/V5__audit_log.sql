-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Ids rise in the order in which entries are written, whichever server writes them.
ALTER SEQUENCE audit_entry_id INCREMENT BY 1;

-- The id of the contract, or 'keys'; null where the entry belongs to no chain, as all that were written before.
ALTER TABLE audit_entry ADD COLUMN chain VARCHAR(24);

-- The entries that have no place in the log yet. A list of work, no evidence.
CREATE TABLE audit_waiting (
  entry_id BIGINT PRIMARY KEY REFERENCES audit_entry,
  chain    VARCHAR(24)
);
CREATE INDEX audit_waiting_by_chain ON audit_waiting (chain);
INSERT INTO audit_waiting (entry_id) SELECT id FROM audit_entry;

-- One row; whoever writes the log holds its lock.
CREATE TABLE audit_writer (
  id  INTEGER PRIMARY KEY,
  log VARCHAR(40) NOT NULL
);

-- Insert only.
CREATE TABLE audit_log (
  sequence   BIGINT PRIMARY KEY,
  entry_id   BIGINT NOT NULL UNIQUE REFERENCES audit_entry,
  chain      VARCHAR(24),
  number     INTEGER,
  previous   VARCHAR(64),
  entry_hash BYTEA NOT NULL,
  UNIQUE (chain, number)
);

-- Insert only. The complete subtrees of the Merkle tree (RFC 9162); those of level 0 are the entry hashes.
CREATE TABLE audit_node (
  level    INTEGER NOT NULL,
  position BIGINT NOT NULL,
  hash     BYTEA NOT NULL,
  PRIMARY KEY (level, position)
);

-- Insert only.
CREATE TABLE audit_checkpoint (
  size      BIGINT PRIMARY KEY,
  note      VARCHAR(1000) NOT NULL,
  signed_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);

-- How far the sink has got the checkpoints.
CREATE TABLE audit_sink (
  sink VARCHAR(64) PRIMARY KEY,
  size BIGINT NOT NULL
);

-- What the log tells of at most once an hour, and how often it came since it was last told.
CREATE TABLE audit_turn (
  subject VARCHAR(200) PRIMARY KEY,
  told_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
  untold  BIGINT NOT NULL
);

ALTER TABLE published_key ADD COLUMN purpose VARCHAR(20) DEFAULT 'STATEMENT' NOT NULL;
-- Keys that were published before the log are published again at the next start, so that the log has them.
UPDATE published_key SET retired_at = CURRENT_TIMESTAMP WHERE retired_at IS NULL;
