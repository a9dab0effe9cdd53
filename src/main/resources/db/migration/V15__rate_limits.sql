-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- The token buckets of servers that share a PostgreSQL: bucket4j reads and writes them. Callers are pseudonyms. A server
-- of H2 counts in memory.
CREATE ${unlogged} TABLE rate_bucket (
  id         VARCHAR(32) PRIMARY KEY,
  state      BYTEA,
  -- Milliseconds since 1970; the bucket is full again by then.
  expires_at BIGINT
);
CREATE INDEX rate_bucket_by_end ON rate_bucket (expires_at);
