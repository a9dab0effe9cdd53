-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Since when the provider is asked about what contradicts the end of an order, and how often it has come to that.
ALTER TABLE money_order ADD COLUMN doubted_at TIMESTAMP(3) WITH TIME ZONE;
ALTER TABLE money_order ADD COLUMN doubts INTEGER DEFAULT 0 NOT NULL;
CREATE INDEX money_order_by_doubt ON money_order (doubted_at);

-- Whether nobody waits for an order any more, because its payment was closed.
ALTER TABLE money_order ADD COLUMN withdrawn BOOLEAN DEFAULT FALSE NOT NULL;
