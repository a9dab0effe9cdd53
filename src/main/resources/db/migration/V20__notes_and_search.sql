-- Runs on H2 (in its PostgreSQL mode) and on PostgreSQL.

-- What people in the office write down about a contract, for one another.
CREATE SEQUENCE contract_note_id START WITH 50 INCREMENT BY 50;
CREATE TABLE contract_note (
  id          BIGINT PRIMARY KEY,
  contract_id VARCHAR(24) NOT NULL REFERENCES contract,
  author      VARCHAR(80) NOT NULL,
  words       VARCHAR(4000),
  created_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL
);
CREATE INDEX contract_note_by_contract ON contract_note (contract_id, id);

-- By which contracts are searched: the product of the terms, beside them. Up to the first quote within it, where the
-- terms are older than this column.
ALTER TABLE contract_version ADD COLUMN product VARCHAR(400);
UPDATE contract_version SET product = SUBSTRING(terms FROM POSITION('"product":"' IN terms) + 11
    FOR POSITION('"' IN SUBSTRING(terms FROM POSITION('"product":"' IN terms) + 11)) - 1)
  WHERE POSITION('"product":"' IN terms) > 0;
