-- The time from which another key signs; none for the key that signs at present.
ALTER TABLE published_key ADD COLUMN retired_at TIMESTAMP(3) WITH TIME ZONE;
