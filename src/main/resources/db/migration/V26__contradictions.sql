-- What a provider has said both ways of a movement: a person has to look at it.
ALTER TABLE money_order ADD COLUMN contradicted BOOLEAN DEFAULT FALSE NOT NULL;
-- Until now a reason beside a success said so.
UPDATE money_order SET contradicted = TRUE WHERE state = 'SUCCEEDED' AND failure IS NOT NULL;

-- Since when a payout that has failed may have been paid after all: its part of the money is kept back.
ALTER TABLE payout ADD COLUMN contested_at TIMESTAMP(3) WITH TIME ZONE;
-- How often people have set the books of it right.
ALTER TABLE payout ADD COLUMN corrections INTEGER DEFAULT 0 NOT NULL;
