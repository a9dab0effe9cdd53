-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- Whether the seller knows that no message brings a delivery to the buyer.
ALTER TABLE claim_notice ADD COLUMN is_seller_told BOOLEAN DEFAULT FALSE NOT NULL;
