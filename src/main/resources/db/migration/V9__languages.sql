-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- ISO 639-1: the language that the request asked for, for this party or for the whole contract.
ALTER TABLE party ADD COLUMN language VARCHAR(2);

UPDATE party SET language =
  (SELECT c.language FROM contract c WHERE c.id = party.contract_id AND c.language <> 'en');

-- Languages that people chose themselves, by keyed digests of their numbers.
CREATE TABLE person_language (
  phone     VARCHAR(32) PRIMARY KEY,
  language  VARCHAR(2) NOT NULL,
  chosen_at TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
