-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- ISO 639-1: the language in which people are told about the contract. It is no part of what was agreed.
ALTER TABLE contract ADD COLUMN language VARCHAR(2) DEFAULT 'en' NOT NULL;
