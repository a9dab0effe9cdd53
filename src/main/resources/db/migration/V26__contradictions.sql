-- What a provider has said both ways of a movement: a person has to look at it.
ALTER TABLE money_order ADD COLUMN contradicted BOOLEAN DEFAULT FALSE NOT NULL;
-- Until now a reason beside a success said so, and of a failure these.
UPDATE money_order SET contradicted = TRUE
  WHERE state = 'SUCCEEDED' AND failure IS NOT NULL
  OR state = 'FAILED' AND failure IN (
    'the provider said that it failed, and then that it succeeded',
    'a notice says the opposite of what the provider said');

-- Since when a payout that has ended may have ended the other way: of one that has failed the money is kept back.
ALTER TABLE payout ADD COLUMN contested_at TIMESTAMP(3) WITH TIME ZONE;
UPDATE payout SET contested_at = CURRENT_TIMESTAMP
  WHERE state IN ('FAILED', 'PAID') AND order_id IN (SELECT id FROM money_order WHERE contradicted);
-- How often people have set the books of it right.
ALTER TABLE payout ADD COLUMN corrections INTEGER DEFAULT 0 NOT NULL;
