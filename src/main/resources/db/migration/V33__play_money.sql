-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Whether the money of an order is any: by a provider to try with, or by a sandbox, none moves. Whether an order of before was told to
-- a sandbox, nobody knows but who runs the installation (see CHANGELOG.md).
ALTER TABLE money_order ADD COLUMN is_real BOOLEAN DEFAULT TRUE NOT NULL;
UPDATE money_order SET is_real = FALSE WHERE provider = 'simulator';
